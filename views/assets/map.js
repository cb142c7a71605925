// The map for drawing a site's boundary: a better way to fill in the box below it, for those whose browser can.
import 'map-element'

for (const map of document.querySelectorAll('my-map[data-boundary-for]')) {
  const box = document.getElementById(map.dataset.boundaryFor)
  map.hidden = false
  // The component gives longitude and latitude under this name.
  map.addEventListener('geojsonChange', ({ detail }) => {
    const drawn = detail['EPSG:3857']
    if (drawn !== undefined) box.value = JSON.stringify(drawn)
  })
}
