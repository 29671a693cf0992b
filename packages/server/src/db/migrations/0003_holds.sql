CREATE TABLE "holds" (
	"project" text NOT NULL,
	"site" text NOT NULL,
	"since" timestamp (3) with time zone,
	"until" timestamp (3) with time zone,
	"standing" text NOT NULL,
	"outcome" text NOT NULL,
	"determination" uuid NOT NULL,
	"rules" jsonb NOT NULL,
	"told_at" timestamp (3) with time zone,
	CONSTRAINT "holds_project_site_pk" PRIMARY KEY("project","site")
);
--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "law_stop_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_project_projects_id_fk" FOREIGN KEY ("project") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_site_sites_id_fk" FOREIGN KEY ("site") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "holds_told" ON "holds" USING btree ("told_at");