CREATE TABLE "intakes" (
	"region" text NOT NULL,
	"person_id" bigint NOT NULL,
	"token" text NOT NULL,
	"kind" text NOT NULL,
	"format" text NOT NULL,
	"as_drafts" boolean DEFAULT false NOT NULL,
	"content" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"digest" text,
	"written" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"counts" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "intakes_region_person_id_pk" PRIMARY KEY("region","person_id")
);
--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_region_regions_slug_fk" FOREIGN KEY ("region") REFERENCES "public"."regions"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;