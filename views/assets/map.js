import 'map-element'
