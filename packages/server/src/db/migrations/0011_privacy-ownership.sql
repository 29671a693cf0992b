CREATE TABLE "ownership_holdings" (
	"source" text NOT NULL,
	"owner" text NOT NULL,
	"owned" text NOT NULL,
	"kind" text NOT NULL,
	"share" double precision,
	"from" text,
	"until" text,
	CONSTRAINT "ownership_holdings_source_owned_owner_kind_pk" PRIMARY KEY("source","owned","owner","kind")
);
--> statement-breakpoint
CREATE TABLE "ownership_sources" (
	"name" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"published_on" text NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"sha256" text NOT NULL,
	"holdings" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "identifiers" text;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "holding" jsonb;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ownership_holdings" ADD CONSTRAINT "ownership_holdings_source_ownership_sources_name_fk" FOREIGN KEY ("source") REFERENCES "public"."ownership_sources"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ownership_holdings_owned" ON "ownership_holdings" USING btree ("owned");--> statement-breakpoint
CREATE INDEX "parties_person" ON "parties" USING btree ("person");--> statement-breakpoint
UPDATE "projects" SET "ended_at" = now() WHERE "state" = 'ended';
--> statement-breakpoint
UPDATE "applications" SET "content" = jsonb_set("content", '{organisation}', '{"registration": null, "owners": []}'::jsonb || ("content"->'organisation')) WHERE jsonb_typeof("content"->'organisation') = 'object';
