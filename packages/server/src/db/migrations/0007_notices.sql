CREATE TABLE "notices" (
	"topic" text NOT NULL,
	"subject" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notices_topic_subject_pk" PRIMARY KEY("topic","subject")
);
