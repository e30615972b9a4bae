CREATE TABLE "assignments" (
	"region" text NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"person_id" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assignments_region_kind_ref_pk" PRIMARY KEY("region","kind","ref")
);
--> statement-breakpoint
CREATE TABLE "desk_settings" (
	"person_id" bigint NOT NULL,
	"region" text NOT NULL,
	"weekly" boolean DEFAULT true NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "desk_settings_person_id_region_pk" PRIMARY KEY("person_id","region")
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"region" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"content" jsonb NOT NULL,
	"record_id" bigint,
	"record_version" bigint,
	"slug" text,
	"publish_at" timestamp with time zone,
	"problem" text,
	"reason" text,
	"inbox_item_id" bigint,
	"proposed_by" bigint,
	"created_by" bigint,
	"changed_by" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox_feeds" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbox_feeds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"region" text NOT NULL,
	"url" text NOT NULL,
	"title" text NOT NULL,
	"site_url" text,
	"language" text,
	"etag" text,
	"last_modified" text,
	"fetched_at" timestamp with time zone,
	"ok_at" timestamp with time zone,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"paused" boolean DEFAULT false NOT NULL,
	"added_by" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_feeds_region_url_unique" UNIQUE("region","url")
);
--> statement-breakpoint
CREATE TABLE "inbox_items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbox_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"feed_id" bigint NOT NULL,
	"region" text NOT NULL,
	"key" text NOT NULL,
	"url" text NOT NULL,
	"title" text NOT NULL,
	"excerpt" text DEFAULT '' NOT NULL,
	"published_on" text,
	"language" text,
	"state" text DEFAULT 'new' NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_items_region_key_unique" UNIQUE("region","key")
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "registrations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" bigint NOT NULL,
	"person_id" bigint,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"organisation" text,
	"note" text,
	"language" text NOT NULL,
	"state" text NOT NULL,
	"token_hash" text NOT NULL,
	"reminded" integer[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "registrations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "registrations_eventId_email_unique" UNIQUE("event_id","email")
);
--> statement-breakpoint
CREATE TABLE "resource_texts" (
	"resource_id" bigint PRIMARY KEY NOT NULL,
	"pages" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "web_links" (
	"url" text PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'unchecked' NOT NULL,
	"moved_to" text,
	"status" integer,
	"failures" integer DEFAULT 0 NOT NULL,
	"since" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"verdict" text,
	"archived_url" text,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "checked_on" date;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "run_by" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "audience" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "cover" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "cover_text" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "registration" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "capacity" integer;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "registration_ends_on" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "recording_url" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "documents" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "ics_uid" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "cover" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "cover_text" text;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "languages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "file" text;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "file_size" integer;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "sha256" text;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "pages" integer;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_region_regions_slug_fk" FOREIGN KEY ("region") REFERENCES "public"."regions"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_settings" ADD CONSTRAINT "desk_settings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_settings" ADD CONSTRAINT "desk_settings_region_regions_slug_fk" FOREIGN KEY ("region") REFERENCES "public"."regions"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_region_regions_slug_fk" FOREIGN KEY ("region") REFERENCES "public"."regions"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_inbox_item_id_inbox_items_id_fk" FOREIGN KEY ("inbox_item_id") REFERENCES "public"."inbox_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_feeds" ADD CONSTRAINT "inbox_feeds_region_regions_slug_fk" FOREIGN KEY ("region") REFERENCES "public"."regions"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_feeds" ADD CONSTRAINT "inbox_feeds_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_feed_id_inbox_feeds_id_fk" FOREIGN KEY ("feed_id") REFERENCES "public"."inbox_feeds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_texts" ADD CONSTRAINT "resource_texts_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "web_links" ADD CONSTRAINT "web_links_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignments_person_id_index" ON "assignments" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "entries_region_kind_state_id_index" ON "entries" USING btree ("region","kind","state","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "entries_publish_at_index" ON "entries" USING btree ("publish_at") WHERE state = 'scheduled';--> statement-breakpoint
CREATE INDEX "entries_proposed_by_index" ON "entries" USING btree ("proposed_by");--> statement-breakpoint
CREATE UNIQUE INDEX "entries_one_change" ON "entries" USING btree ("kind","record_id") WHERE record_id is not null and state not in ('published', 'declined');--> statement-breakpoint
CREATE INDEX "inbox_feeds_next_at_index" ON "inbox_feeds" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "inbox_items_region_state_id_index" ON "inbox_items" USING btree ("region","state","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "inbox_items_feed_id_index" ON "inbox_items" USING btree ("feed_id");--> statement-breakpoint
CREATE INDEX "registrations_person_id_index" ON "registrations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "web_links_next_at_index" ON "web_links" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "web_links_state_index" ON "web_links" USING btree ("state");