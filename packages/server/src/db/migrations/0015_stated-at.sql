ALTER TABLE "parties" ADD COLUMN "stated_at" timestamp (3) with time zone;--> statement-breakpoint
-- Nothing kept when somebody stated before: it counts from the day of this migration.
UPDATE "parties" SET "stated_at" = now() WHERE "birth_date" IS NOT NULL;
