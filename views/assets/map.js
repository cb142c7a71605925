// The map for drawing a site's boundary: a better way to fill in the box below it, for those whose browser can. What is drawn is held against
// the same rules as what is pasted.
import { boundaryFaults } from '#domain/forms/fields/boundary-faults.ts'
import { boundaryFrom } from '#domain/places/boundary.ts'
import { polygonsIn } from '#domain/places/geojson.ts'
import { begun, closed, mayClose, nothing, stepped, textOf, undone, withCorner } from './map/line.ts'
import { pictureOn } from './map/picture.js'

const start = (part) => {
  const { tiles, longitude, latitude, zoom, colour, shape, beside, for: id } = part.dataset
  const box = document.getElementById(id)
  const at = (name) => part.querySelector(`[data-map-${name}]`)
  part.hidden = false
  const place = { longitude: Number(longitude), latitude: Number(latitude), zoom: Number(zoom) }
  const picture = pictureOn(at('picture'), { tiles, colour, ...place })
  const areas = areasFrom(box.value) ?? areasFrom(shape) ?? []
  const board = { at, box, picture, drawing: begun(areas), draws: areas.length === 0 }
  picture.showBeside(areasFrom(beside) ?? [])
  followMap(board)
  followButtons(board)
  followBox(board)
  show(board)
  picture.fit()
}

const followMap = (board) => {
  const { picture, at } = board
  picture.whenPressed((pixel, place) => {
    const { now } = board.drawing
    if (mayClose(now) && picture.isAt(pixel, now.open[0])) close(board)
    else if (board.draws) draw(board, withCorner(now, place))
  })
  picture.whenMoved((line) => draw(board, line))
  picture.whenNoTile(() => {
    at('away').hidden = false
  })
}

const followButtons = (board) => {
  const pressed = (name, then) => board.at(name).addEventListener('click', then)
  pressed('in', () => board.picture.zoomBy(1))
  pressed('out', () => board.picture.zoomBy(-1))
  pressed('corner', () => {
    board.draws = true
    draw(board, withCorner(board.drawing.now, board.picture.middle()))
  })
  pressed('close', () => close(board))
  pressed('more', () => {
    board.draws = true
    show(board, 'Press each corner of the next area')
  })
  pressed('undo', () => {
    board.drawing = undone(board.drawing)
    const { areas, open } = board.drawing.now
    board.draws = areas.length === 0 || open.length > 0
    keep(board)
  })
  pressed('clear', () => {
    board.draws = true
    draw(board, nothing)
  })
}

// Somebody pastes, or takes out, what the map shows.
const followBox = (board) =>
  board.box.addEventListener('change', () => {
    const areas = areasFrom(board.box.value)
    if (areas === undefined && board.box.value !== '') return
    board.drawing = stepped(board.drawing, { areas: areas ?? [], open: [] })
    board.draws = areas === undefined
    show(board)
    board.picture.fit()
  })

const close = (board) => {
  board.draws = false
  draw(board, closed(board.drawing.now))
  board.at('more').focus()
}

const draw = (board, line) => {
  board.drawing = stepped(board.drawing, line)
  keep(board)
}

const keep = (board) => {
  board.box.value = textOf(board.drawing.now)
  show(board)
}

const show = ({ at, picture, drawing, draws }, words) => {
  const { areas, open } = drawing.now
  picture.show(drawing.now)
  at('close').hidden = !mayClose(drawing.now)
  at('more').hidden = areas.length === 0 || draws
  at('undo').disabled = drawing.before.length === 0
  at('clear').disabled = areas.length === 0 && open.length === 0
  at('said').textContent = words ?? saidOf(drawing.now)
}

const areasFrom = (text) => (text === undefined || text === '' ? undefined : polygonsIn(text))

const saidOf = (line) => {
  const text = textOf(line)
  if (text === '') return cornersOf(line.open.length)
  const found = boundaryFrom(text)
  if (typeof found === 'string') return boundaryFaults[found]
  return `Area: ${metres(found.squareMetres)} square metres (${Number(found.hectares.toPrecision(3))} hectares)`
}

const cornersOf = (count) =>
  count === 0 ? 'Nothing is drawn yet' : `${count} ${count === 1 ? 'corner' : 'corners'}. An area has 3 or more`

const metres = (area) => Math.round(area).toLocaleString('en-GB')

for (const part of document.querySelectorAll('[data-map]')) start(part)
