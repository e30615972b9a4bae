-- The index is made again by the next import or write.
TRUNCATE "search_documents", "search_words";--> statement-breakpoint
CREATE TABLE "organisation_facets" (
	"facet" text NOT NULL,
	"region" text NOT NULL,
	"iso2" text NOT NULL,
	"name" text NOT NULL,
	"organisation_id" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "organisations_by_specialization";--> statement-breakpoint
DROP INDEX "organisations_by_language";--> statement-breakpoint
DROP INDEX "search_documents_words";--> statement-breakpoint
DROP INDEX "search_documents_name";--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "tier" smallint GENERATED ALWAYS AS (CASE WHEN hashtext(kind || ref) & 255 = 0 THEN 2 WHEN hashtext(kind || ref) & 15 = 0 THEN 1 ELSE 0 END) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "spelling" text NOT NULL;--> statement-breakpoint
CREATE INDEX "organisation_facets_by_name" ON "organisation_facets" USING btree ("facet","region",name COLLATE "und-x-icu","organisation_id");--> statement-breakpoint
CREATE INDEX "organisation_facets_by_country" ON "organisation_facets" USING btree ("facet","iso2",name COLLATE "und-x-icu","organisation_id");--> statement-breakpoint
CREATE INDEX "search_documents_tier_2" ON "search_documents" USING gin ("words") WHERE tier = 2;--> statement-breakpoint
CREATE INDEX "search_documents_tier_1" ON "search_documents" USING gin ("words") WHERE tier = 1;--> statement-breakpoint
CREATE INDEX "search_documents_tier_0" ON "search_documents" USING gin ("words") WHERE tier = 0;--> statement-breakpoint
CREATE INDEX "search_documents_name" ON "search_documents" USING btree ("name");--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "regions";--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "sort_key";