CREATE INDEX "clearances_open" ON "clearances" USING btree ("application") WHERE standing = 'open';--> statement-breakpoint
CREATE INDEX "enquiries_open" ON "enquiries" USING btree ("application") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "jobs_begun" ON "jobs" USING btree ("project","started_at") WHERE started_at is not null;--> statement-breakpoint
CREATE INDEX "placements_live" ON "placements" USING btree ("site") WHERE state in ('desired', 'accepted', 'running');