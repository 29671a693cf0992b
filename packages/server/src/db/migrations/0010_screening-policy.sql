CREATE TABLE "hit_proposals" (
	"hit" uuid NOT NULL,
	"opened" integer NOT NULL,
	"officer" uuid NOT NULL,
	"stands_for" uuid,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hit_proposals_hit_opened_pk" PRIMARY KEY("hit","opened")
);
--> statement-breakpoint
ALTER TABLE "hits" ADD COLUMN "effect" text DEFAULT 'hold' NOT NULL;--> statement-breakpoint
ALTER TABLE "hits" ADD COLUMN "four_eyes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "list_entries" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "lists" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "hit_proposals" ADD CONSTRAINT "hit_proposals_hit_hits_id_fk" FOREIGN KEY ("hit") REFERENCES "public"."hits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hit_proposals" ADD CONSTRAINT "hit_proposals_officer_people_id_fk" FOREIGN KEY ("officer") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hit_proposals" ADD CONSTRAINT "hit_proposals_stands_for_people_id_fk" FOREIGN KEY ("stands_for") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "list_entries_version" ON "list_entries" USING btree ("list","version");--> statement-breakpoint
UPDATE "rulebooks" SET "params" = ("params" - 'screeningThreshold') || jsonb_build_object('joiningThreshold', "params"->'screeningThreshold', 'batchThreshold', "params"->'screeningThreshold') WHERE "params" ? 'screeningThreshold';
