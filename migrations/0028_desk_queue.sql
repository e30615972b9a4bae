CREATE TABLE "set_aside" (
	"region" text NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"person_id" bigint,
	CONSTRAINT "set_aside_region_kind_ref_pk" PRIMARY KEY("region","kind","ref")
);
--> statement-breakpoint
ALTER TABLE "set_aside" ADD CONSTRAINT "set_aside_region_regions_slug_fk" FOREIGN KEY ("region") REFERENCES "public"."regions"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_aside" ADD CONSTRAINT "set_aside_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "set_aside_person_id_index" ON "set_aside" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "entries_proposed" ON "entries" USING btree ("region","created_at") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "entries_unpublished" ON "entries" USING btree ("region","updated_at") WHERE problem is not null;--> statement-breakpoint
CREATE INDEX "events_without_outcome" ON "events" USING btree ("id") WHERE outcome is null and kind in ('workshop', 'training');--> statement-breakpoint
-- PostgreSQL 17 and later build an index with a search path of its own: the functions that this one calls are found by its own.
ALTER FUNCTION partial_date_range(text, text) SET search_path FROM CURRENT;--> statement-breakpoint
CREATE INDEX "organisations_by_confirmed" ON "organisations" USING btree ("region",upper(partial_date_range(last_confirmed_on))) WHERE last_confirmed_on is not null and status <> 'hidden';