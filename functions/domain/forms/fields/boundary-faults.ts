// What is wrong with a line, in words: said beside the field, and by the map while somebody draws.
import type { BoundaryFault } from '../../places/boundary.ts'

export const boundaryFaults: Readonly<Record<BoundaryFault, string>> = {
  'not-geojson': 'The site boundary must be one area or several in GeoJSON format',
  'not-closed': 'The site boundary must be a closed shape with at least 3 corners',
  'too-detailed': 'The site boundary must have 2,000 corners or fewer',
  'latitude-first': 'The site boundary must give longitude before latitude, like -2.44, 50.71',
  'crosses-itself': 'The site boundary must not cross itself',
  'another-grid': 'The site boundary must be in longitude and latitude or in metres of the National Grid',
  outside: 'The site boundary must be in England',
  'too-small': 'The site boundary must be 1 square metre or more',
  'too-large': 'The site boundary must be 500 hectares or less',
}
