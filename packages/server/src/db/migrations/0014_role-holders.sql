ALTER TABLE "people" ADD COLUMN "held" text;--> statement-breakpoint
CREATE UNIQUE INDEX "parties_role_holder" ON "parties" USING btree ("person") WHERE application is null;