// A thread that makes a JPG of one HEIC photo and ends. libheif (LGPL-3.0) is loaded from its own files, as it is published: a council can put
// another build of it in their place (infra/bundle.ts).
import { parentPort, workerData } from 'node:worker_threads'
import { encode } from 'jpeg-js'
import libheif, { type HeifImage } from 'libheif-js/wasm-bundle.js'
import { mayUnpack, type Pixels, shrunk } from '#domain/uploads/picture.ts'

// jpeg-js writes a JFIF header and the picture, nothing that anybody said of it.
const quality = 82

const jpgOf = async (content: Uint8Array): Promise<Uint8Array | undefined> => {
  const images = new libheif.HeifDecoder().decode(content)
  const image = images.find((one) => one.is_primary()) ?? images[0]
  const pixels = image === undefined ? undefined : await pixelsOf(image)
  if (pixels === undefined) return undefined
  const { width, height, rgba } = shrunk(pixels)
  return encode({ width, height, data: rgba }, quality).data
}

// As it is to be looked at: libheif has turned it.
const pixelsOf = (image: HeifImage): Promise<Pixels | undefined> =>
  new Promise((resolve) => {
    const [width, height] = [image.get_width(), image.get_height()]
    if (!mayUnpack({ width, height })) return resolve(undefined)
    const data = new Uint8ClampedArray(width * height * 4)
    image.display({ data, width, height }, (shown) =>
      resolve(shown === null ? undefined : { width, height, rgba: shown.data }),
    )
  })

const given: unknown = workerData
if (given instanceof Uint8Array) void jpgOf(given).then((made) => parentPort?.postMessage(made))
