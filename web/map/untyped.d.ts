/** Types for the parts of d3-geo and topojson that the map build uses; these packages bring none of their own. */

declare module "d3-geo" {
  import type { GeoJSON } from "geojson";
  export interface GeoStream {
    point(x: number, y: number): void;
    lineStart(): void;
    lineEnd(): void;
    polygonStart(): void;
    polygonEnd(): void;
    sphere?(): void;
  }
  export interface GeoProjection {
    rotate(angles: [number, number]): GeoProjection;
    scale(scale: number): GeoProjection;
    translate(point: [number, number]): GeoProjection;
    precision(precision: number): GeoProjection;
    clipExtent(extent: [[number, number], [number, number]]): GeoProjection;
    stream(sink: GeoStream): GeoStream;
  }
  export function geoMercator(): GeoProjection;
  export function geoStream(object: GeoJSON, stream: GeoStream): void;
  export function geoBounds(object: GeoJSON): [[number, number], [number, number]];
}

declare module "topojson-client" {
  import type { Feature, MultiPolygon } from "geojson";
  import type { TopoGeometry, Topology } from "topojson-server";
  export function feature(topology: Topology, object: TopoGeometry): Feature<MultiPolygon>;
  export function merge(topology: Topology, objects: TopoGeometry[]): MultiPolygon;
}

declare module "topojson-server" {
  import type { MultiPolygon } from "geojson";
  export interface TopoGeometry {
    type: string;
    id?: string;
    arcs?: unknown;
    properties?: { name?: string };
  }
  export interface Topology {
    type: "Topology";
    arcs: number[][][];
    objects: Record<string, TopoGeometry & { geometries?: TopoGeometry[] }>;
  }
  export function topology(objects: Record<string, MultiPolygon>): Topology;
}

declare module "topojson-simplify" {
  import type { Topology } from "topojson-server";
  export function presimplify(topology: Topology): Topology;
  export function simplify(topology: Topology, minWeight: number): Topology;
}
