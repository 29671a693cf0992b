/** Job bundles: a folder as a gzip tar, checked before anything of it is trusted. Node only. */
export { inspectBundle, unpackBundle } from './read-bundle.ts'
export { bundleLimits, type BundleLimits, type BundleProblem, type BundleResult } from './rules.ts'
export { packBundle, packFiles, UnpackableFolder, type PackedBundle } from './pack-bundle.ts'
