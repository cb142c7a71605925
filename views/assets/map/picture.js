// The map itself, by OpenLayers: squares of a background, the line on it, and corners that can be moved.
import Feature from 'ol/Feature.js'
import LineString from 'ol/geom/LineString.js'
import MultiPoint from 'ol/geom/MultiPoint.js'
import Polygon from 'ol/geom/Polygon.js'
import { defaults } from 'ol/interaction/defaults.js'
import Modify from 'ol/interaction/Modify.js'
import TileLayer from 'ol/layer/Tile.js'
import VectorLayer from 'ol/layer/Vector.js'
import OlMap from 'ol/Map.js'
import { fromLonLat, toLonLat } from 'ol/proj.js'
import VectorSource from 'ol/source/Vector.js'
import XYZ from 'ol/source/XYZ.js'
import Circle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import View from 'ol/View.js'

// A finger is wider than a pointer.
const reach = matchMedia('(pointer: coarse)').matches ? 22 : 12

export const pictureOn = (target, { tiles, longitude, latitude, zoom, colour }) => {
  const [line, beside] = [new VectorSource(), new VectorSource()]
  const background = new XYZ({ url: `${tiles}/{z}/{x}/{y}.png`, ...zooms })
  const view = new View({ center: fromLonLat([longitude, latitude]), zoom, ...zooms, enableRotation: false })
  const layers = [
    new TileLayer({ source: background }),
    new VectorLayer({ source: beside, style: lineStyle(red, false) }),
    new VectorLayer({ source: line, style: lineStyle(colour === 'blue' ? blue : red, true) }),
  ]
  const moves = { doubleClickZoom: false, altShiftDragRotate: false, pinchRotate: false, mouseWheelZoom: false }
  const map = new OlMap({ target, controls: [], interactions: defaults(moves), layers, view })
  const modify = new Modify({ source: line, pixelTolerance: reach })
  map.addInteraction(modify)
  return {
    ...shown(view, line, beside),
    ...told(map, modify, line),
    whenNoTile: (tell) => background.on('tileloaderror', tell),
  }
}

const zooms = { minZoom: 9, maxZoom: 20 }

const shown = (view, line, beside) => ({
  show: (shape) => {
    line.clear()
    line.addFeatures(featuresOf(shape))
  },
  showBeside: (areas) => beside.addFeatures(featuresOf({ areas, open: [] })),
  fit: () => {
    const source = line.getFeatures().length > 0 ? line : beside
    if (source.getFeatures().length > 0) view.fit(source.getExtent(), { padding: [50, 50, 50, 50], maxZoom: 19 })
  },
  middle: () => toLonLat(view.getCenter()),
  zoomBy: (steps) => view.setZoom(view.getZoom() + steps),
})

const told = (map, modify, line) => ({
  // Whether a press is on that corner.
  isAt: ([x, y], place) => {
    const [cornerX, cornerY] = map.getPixelFromCoordinate(fromLonLat(place))
    return Math.hypot(x - cornerX, y - cornerY) <= reach
  },
  whenPressed: (tell) => map.on('click', ({ pixel, coordinate }) => tell(pixel, toLonLat(coordinate))),
  whenMoved: (tell) => modify.on('modifyend', () => tell(shapeOf(line))),
})

const [red, blue] = ['#d4351c', '#1d70b8']

const lineStyle = (colour, corners) => {
  const shape = new Style({
    stroke: new Stroke({ color: colour, width: 3 }),
    fill: new Fill({ color: `${colour}22` }),
  })
  if (!corners) return shape
  const corner = new Style({
    image: new Circle({
      radius: 6,
      fill: new Fill({ color: '#ffffff' }),
      stroke: new Stroke({ color: colour, width: 3 }),
    }),
    geometry: (feature) =>
      new MultiPoint(
        feature
          .getGeometry()
          .getCoordinates()
          .flat(depthOf(feature) - 1),
      ),
  })
  return [shape, corner]
}

const depthOf = (feature) => (feature.getGeometry().getType() === 'Polygon' ? 2 : 1)

const featuresOf = ({ areas, open }) => [
  ...areas.map((area) => new Feature(new Polygon(area.map((ring) => ring.map((place) => fromLonLat(place)))))),
  ...(open.length === 0 ? [] : [new Feature(new LineString(open.map((place) => fromLonLat(place))))]),
]

const shapeOf = (source) => {
  const shapes = source.getFeatures().map((feature) => feature.getGeometry())
  return {
    areas: shapes
      .filter((shape) => shape.getType() === 'Polygon')
      .map((shape) => shape.getCoordinates().map((ring) => ring.map((corner) => toLonLat(corner)))),
    open: shapes
      .filter((shape) => shape.getType() === 'LineString')
      .flatMap((shape) => shape.getCoordinates().map((corner) => toLonLat(corner))),
  }
}
