CREATE TABLE "region_maps" (
	"region" text PRIMARY KEY NOT NULL,
	"countries" text[] NOT NULL,
	"bounds" jsonb NOT NULL,
	"maps" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "countries" ALTER COLUMN "capital_name" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "countries" ALTER COLUMN "capital_lat" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "countries" ALTER COLUMN "capital_lon" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "regions" ADD COLUMN "accent" text DEFAULT 'ocean' NOT NULL;--> statement-breakpoint
ALTER TABLE "region_maps" ADD CONSTRAINT "region_maps_region_regions_slug_fk" FOREIGN KEY ("region") REFERENCES "public"."regions"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER raise_version BEFORE UPDATE ON region_maps FOR EACH ROW EXECUTE FUNCTION raise_version();
--> statement-breakpoint
CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON region_maps
  FOR EACH STATEMENT EXECUTE FUNCTION record_change('regions');
--> statement-breakpoint
-- The first three keep their looks, and say the edges at which their maps are drawn.
UPDATE regions SET accent = kept.accent, bounds = kept.bounds::jsonb
  FROM (VALUES
    ('africa', 'green', '{"west":-27.3,"south":-36.2,"east":60.3,"north":38.3}'),
    ('south-east-europe', 'blue', '{"west":12.6,"south":34.3,"east":45.4,"north":49.1}'),
    ('south-east-asia', 'rust', '{"west":91.4,"south":-11.8,"east":141.8,"north":29.2}')) AS kept(slug, accent, bounds)
  WHERE regions.slug = kept.slug;
