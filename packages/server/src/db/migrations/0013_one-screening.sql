DELETE FROM "screenings" o USING "screenings" n WHERE n."party" = o."party" AND (n."party_version", n."at", n."id") > (o."party_version", o."at", o."id");--> statement-breakpoint
DROP INDEX "screenings_party";--> statement-breakpoint
ALTER TABLE "screenings" DROP COLUMN "id";--> statement-breakpoint
ALTER TABLE "screenings" ADD PRIMARY KEY ("party");
