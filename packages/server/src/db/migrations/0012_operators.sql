ALTER TABLE "parties" ALTER COLUMN "application" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "site" text;--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_site_sites_id_fk" FOREIGN KEY ("site") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "parties_site" ON "parties" USING btree ("site");