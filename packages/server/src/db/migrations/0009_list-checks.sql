CREATE TABLE "list_checks" (
	"list" text PRIMARY KEY NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"marks" jsonb NOT NULL,
	"problem" text
);
--> statement-breakpoint
ALTER TABLE "lists" ADD COLUMN "confirmed_on" text;