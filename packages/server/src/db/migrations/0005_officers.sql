CREATE TABLE "enquiries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application" uuid NOT NULL,
	"officer" uuid NOT NULL,
	"stands_for" uuid,
	"fact" text,
	"text" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"determination" uuid PRIMARY KEY NOT NULL,
	"officer" uuid NOT NULL,
	"stands_for" uuid,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "stands_for" uuid;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "stands_for" uuid;--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_application_applications_id_fk" FOREIGN KEY ("application") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_officer_people_id_fk" FOREIGN KEY ("officer") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_stands_for_people_id_fk" FOREIGN KEY ("stands_for") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enquiries" ADD CONSTRAINT "enquiries_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_determination_determinations_id_fk" FOREIGN KEY ("determination") REFERENCES "public"."determinations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_officer_people_id_fk" FOREIGN KEY ("officer") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_stands_for_people_id_fk" FOREIGN KEY ("stands_for") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "enquiries_application" ON "enquiries" USING btree ("application");--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_stands_for_people_id_fk" FOREIGN KEY ("stands_for") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_stands_for_people_id_fk" FOREIGN KEY ("stands_for") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;