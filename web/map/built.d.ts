/** The type of the module that `build.ts` writes, so that types can be checked before anything is built. */

declare module "*/dist/maps/geometry.js" {
  const geometry: import("./geometry.ts").Geometry;
  export default geometry;
}
