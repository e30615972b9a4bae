CREATE TABLE "contact_days" (
	"organisation_id" bigint NOT NULL,
	"day" date NOT NULL,
	"letters" integer NOT NULL,
	CONSTRAINT "contact_days_organisation_id_day_pk" PRIMARY KEY("organisation_id","day")
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_days" ADD CONSTRAINT "contact_days_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;