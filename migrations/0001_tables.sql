CREATE TABLE "commitments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "commitments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"iso2" text NOT NULL,
	"forum" text NOT NULL,
	"pledged_on" text,
	"pledged_range" daterange GENERATED ALWAYS AS (partial_date_range(pledged_on)) STORED,
	"sort_on" date GENERATED ALWAYS AS (lower(partial_date_range(pledged_on))) STORED,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"url" text NOT NULL,
	"source" text,
	"more_sources" text[] DEFAULT '{}' NOT NULL,
	"as_of" text,
	"verified" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "commitments_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "countries" (
	"iso2" text PRIMARY KEY NOT NULL,
	"iso3" text NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"capital_name" text NOT NULL,
	"capital_lat" double precision NOT NULL,
	"capital_lon" double precision NOT NULL,
	"languages" text[] NOT NULL,
	"uncac_status" text NOT NULL,
	"signed_on" text,
	"ratified_on" text,
	"ratification_act" text,
	"uncac_source" text,
	"uncac_more_sources" text[] DEFAULT '{}' NOT NULL,
	"uncac_as_of" text,
	"uncac_verified" text,
	"pledge_signed" boolean,
	"pledge_signed_on" text,
	"pledge_source" text,
	"pledge_as_of" text,
	"note" text,
	"verified" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "countries_iso3_unique" UNIQUE("iso3")
);
--> statement-breakpoint
CREATE TABLE "parallel_reports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "parallel_reports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"iso2" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"authors" text[] NOT NULL,
	"cycle" integer,
	"year" text,
	"url" text,
	"source" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_cycles" (
	"slug" text PRIMARY KEY NOT NULL,
	"phase" integer NOT NULL,
	"cycle" integer,
	"starts_in" text NOT NULL,
	"ends_in" text,
	"chapters" text[] NOT NULL,
	CONSTRAINT "review_cycles_cycle_unique" UNIQUE("cycle")
);
--> statement-breakpoint
CREATE TABLE "review_documents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "review_documents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"review_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"language" text,
	"url" text NOT NULL,
	"published_on" text,
	"size" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reviews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"iso2" text NOT NULL,
	"cycle" integer NOT NULL,
	"scheduled_year" integer,
	"started_in" text,
	"status" text NOT NULL,
	"phase" text,
	"reviewers" text[] NOT NULL,
	"visit_held" boolean,
	"visit_when" text,
	"civil_society_involved" boolean,
	"civil_society_note" text,
	"focal_point_institution" text,
	"note" text,
	"source" text,
	"more_sources" text[] DEFAULT '{}' NOT NULL,
	"as_of" text,
	"verified" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reviews_iso2_cycle_unique" UNIQUE("iso2","cycle")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"regions" text[] NOT NULL,
	"countries" text[] NOT NULL,
	"kind" text NOT NULL,
	"starts_on" text,
	"ends_on" text,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"time_zone" text,
	"deadline_on" text,
	"place_name" text,
	"place_iso2" text,
	"place_lat" double precision,
	"place_lon" double precision,
	"online" boolean,
	"organiser" text NOT NULL,
	"url" text,
	"summary" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"days" daterange GENERATED ALWAYS AS (partial_date_range(starts_on, ends_on)) STORED,
	"sort_on" date GENERATED ALWAYS AS (lower(partial_date_range(coalesce(starts_on, as_of)))) STORED,
	"source" text,
	"more_sources" text[] DEFAULT '{}' NOT NULL,
	"as_of" text,
	"verified" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "articles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"title_basis" text,
	"regions" text[] NOT NULL,
	"countries" text[] NOT NULL,
	"organisations" text[] NOT NULL,
	"published_on" text,
	"published_range" daterange GENERATED ALWAYS AS (partial_date_range(published_on)) STORED,
	"publisher" text NOT NULL,
	"language" text NOT NULL,
	"url" text NOT NULL,
	"summary" text NOT NULL,
	"summary_language" text DEFAULT 'en' NOT NULL,
	"sort_on" date GENERATED ALWAYS AS (lower(partial_date_range(coalesce(published_on, as_of)))) STORED,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"source" text,
	"more_sources" text[] DEFAULT '{}' NOT NULL,
	"as_of" text,
	"verified" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "articles_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "activities" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activities_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organisation_id" bigint NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"started_on" text,
	"started_range" daterange GENERATED ALWAYS AS (partial_date_range(started_on)) STORED,
	"ended_on" text,
	"status" text NOT NULL,
	"url" text,
	"source" text,
	"language" text DEFAULT 'en' NOT NULL,
	"sort_on" date GENERATED ALWAYS AS (lower(partial_date_range(coalesce(started_on, ended_on)))) STORED,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_counts" (
	"region" text NOT NULL,
	"iso2" text NOT NULL,
	"specialization" text NOT NULL,
	"language" text NOT NULL,
	"member" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "organisation_counts_region_iso2_specialization_language_member_pk" PRIMARY KEY("region","iso2","specialization","language","member")
);
--> statement-breakpoint
CREATE TABLE "organisation_facets" (
	"facet" text NOT NULL,
	"region" text NOT NULL,
	"iso2" text NOT NULL,
	"name" text NOT NULL,
	"organisation_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "organisations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_local" text,
	"acronym" text,
	"iso2" text NOT NULL,
	"region" text NOT NULL,
	"city_name" text,
	"city_lat" double precision,
	"city_lon" double precision,
	"website" text,
	"website_verified" text,
	"email" text,
	"phone" text,
	"socials" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"founded_year" text,
	"specializations" text[] NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"summary" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"uncac_coalition_member" boolean,
	"status" text DEFAULT 'listed' NOT NULL,
	"visibility" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"last_confirmed_on" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"source" text,
	"more_sources" text[] DEFAULT '{}' NOT NULL,
	"as_of" text,
	"verified" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "specializations" (
	"slug" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"uncac_articles" integer[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "partners_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"regions" text[] NOT NULL,
	"url" text NOT NULL,
	"summary" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"source" text,
	"more_sources" text[] DEFAULT '{}' NOT NULL,
	"as_of" text,
	"verified" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "partners_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"slug" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"names" jsonb NOT NULL,
	"languages" text[] NOT NULL,
	"bounds" jsonb NOT NULL,
	"secretariat" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guides" (
	"slug" text PRIMARY KEY NOT NULL,
	"content" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "resources_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"regions" text[] NOT NULL,
	"countries" text[] NOT NULL,
	"language" text NOT NULL,
	"publisher" text NOT NULL,
	"published_on" text,
	"published_range" daterange GENERATED ALWAYS AS (partial_date_range(published_on)) STORED,
	"url" text,
	"symbol" text,
	"summary" text NOT NULL,
	"summary_language" text DEFAULT 'en' NOT NULL,
	"sort_on" date GENERATED ALWAYS AS (lower(partial_date_range(coalesce(published_on, as_of)))) STORED,
	"source" text,
	"more_sources" text[] DEFAULT '{}' NOT NULL,
	"as_of" text,
	"verified" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "resources_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"words" "tsvector" NOT NULL,
	"name" text NOT NULL,
	"tier" smallint GENERATED ALWAYS AS (CASE WHEN hashtext(kind || ref) & 255 = 0 THEN 2 WHEN hashtext(kind || ref) & 15 = 0 THEN 1 ELSE 0 END) STORED NOT NULL,
	CONSTRAINT "search_documents_kind_ref_pk" PRIMARY KEY("kind","ref")
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"spelling" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"room" text NOT NULL,
	"tx" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "old_slugs" (
	"kind" text NOT NULL,
	"old_slug" text NOT NULL,
	"slug" text NOT NULL,
	CONSTRAINT "old_slugs_kind_old_slug_pk" PRIMARY KEY("kind","old_slug")
);
--> statement-breakpoint
CREATE TABLE "seed_rows" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"digest" text NOT NULL,
	"row_id" bigint,
	"version" integer NOT NULL,
	CONSTRAINT "seed_rows_kind_key_pk" PRIMARY KEY("kind","key")
);
--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_iso2_countries_iso2_fk" FOREIGN KEY ("iso2") REFERENCES "public"."countries"("iso2") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "countries" ADD CONSTRAINT "countries_region_regions_slug_fk" FOREIGN KEY ("region") REFERENCES "public"."regions"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parallel_reports" ADD CONSTRAINT "parallel_reports_iso2_countries_iso2_fk" FOREIGN KEY ("iso2") REFERENCES "public"."countries"("iso2") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_documents" ADD CONSTRAINT "review_documents_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_iso2_countries_iso2_fk" FOREIGN KEY ("iso2") REFERENCES "public"."countries"("iso2") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_cycle_review_cycles_cycle_fk" FOREIGN KEY ("cycle") REFERENCES "public"."review_cycles"("cycle") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_iso2_countries_iso2_fk" FOREIGN KEY ("iso2") REFERENCES "public"."countries"("iso2") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commitments_iso2_sort_on_index" ON "commitments" USING btree ("iso2","sort_on");--> statement-breakpoint
CREATE INDEX "countries_region_name_index" ON "countries" USING btree ("region","name");--> statement-breakpoint
CREATE INDEX "parallel_reports_iso2_position_index" ON "parallel_reports" USING btree ("iso2","position");--> statement-breakpoint
CREATE INDEX "review_documents_review_id_position_index" ON "review_documents" USING btree ("review_id","position");--> statement-breakpoint
CREATE INDEX "events_by_day" ON "events" USING btree ("sort_on","id");--> statement-breakpoint
CREATE INDEX "events_regions_index" ON "events" USING gin ("regions");--> statement-breakpoint
CREATE INDEX "events_countries_index" ON "events" USING gin ("countries");--> statement-breakpoint
CREATE INDEX "articles_newest" ON "articles" USING btree ("sort_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "articles_regions_index" ON "articles" USING gin ("regions");--> statement-breakpoint
CREATE INDEX "articles_countries_index" ON "articles" USING gin ("countries");--> statement-breakpoint
CREATE INDEX "activities_organisation_id_sort_on_index" ON "activities" USING btree ("organisation_id","sort_on");--> statement-breakpoint
CREATE INDEX "organisation_facets_by_name" ON "organisation_facets" USING btree ("facet","region",name COLLATE "und-x-icu","organisation_id");--> statement-breakpoint
CREATE INDEX "organisation_facets_by_country" ON "organisation_facets" USING btree ("facet","iso2",name COLLATE "und-x-icu","organisation_id");--> statement-breakpoint
CREATE INDEX "organisations_by_name" ON "organisations" USING btree ("region",name COLLATE "und-x-icu","id") WHERE status <> 'hidden';--> statement-breakpoint
CREATE INDEX "organisations_by_country" ON "organisations" USING btree ("iso2",name COLLATE "und-x-icu","id") WHERE status <> 'hidden';--> statement-breakpoint
CREATE INDEX "organisations_newest" ON "organisations" USING btree ("region","created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE status <> 'hidden';--> statement-breakpoint
CREATE INDEX "organisations_by_any_name" ON "organisations" USING gin ((array[slug, name, name_local, acronym])) WHERE status <> 'hidden';--> statement-breakpoint
CREATE INDEX "partners_regions_index" ON "partners" USING gin ("regions");--> statement-breakpoint
CREATE INDEX "resources_newest" ON "resources" USING btree ("sort_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "resources_regions_index" ON "resources" USING gin ("regions");--> statement-breakpoint
CREATE INDEX "resources_countries_index" ON "resources" USING gin ("countries");--> statement-breakpoint
CREATE INDEX "search_documents_tier_2" ON "search_documents" USING gin ("words") WHERE tier = 2;--> statement-breakpoint
CREATE INDEX "search_documents_tier_1" ON "search_documents" USING gin ("words") WHERE tier = 1;--> statement-breakpoint
CREATE INDEX "search_documents_tier_0" ON "search_documents" USING gin ("words") WHERE tier = 0;--> statement-breakpoint
CREATE INDEX "search_documents_name" ON "search_documents" USING btree ("name");--> statement-breakpoint
CREATE INDEX "search_words_similar" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "changes_tx_index" ON "changes" USING btree ("tx");--> statement-breakpoint
CREATE INDEX "changes_at_index" ON "changes" USING btree ("at");