// Trains a small character-level language model on the Universal Declaration of Human Rights in six languages:
// a multilayer perceptron over the last characters (Bengio et al. 2003), written out by hand in plain Node.
// Prints loss per step, saves weights, samples a line in each language, and counts its own training FLOP.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

const settings = {
  context: 12,
  embedding: 16,
  hidden: 96,
  batch: 32,
  steps: 6000,
  rate: 0.12,
  seed: 20261124,
}

/** Mulberry32: small, seeded, the same everywhere. */
function createDice(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function readTexts(folder) {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .toSorted()
      .map((name) => [name.slice(0, -4), readFileSync(new URL(name, folder), 'utf8')]),
  )
}

/** Characters as numbers; 0 stands for "before the text". A language is told to the model by its first character. */
export function encode(texts) {
  const languages = Object.keys(texts)
  const characters = [...new Set(Object.values(texts).join(''))].toSorted()
  const vocabulary = ['\0', ...languages.map((l) => `<${l}>`), ...characters]
  const numberOf = new Map(vocabulary.map((c, at) => [c, at]))
  const streams = languages.map((l) => [numberOf.get(`<${l}>`), ...[...texts[l]].map((c) => numberOf.get(c))])
  return { vocabulary, languages, streams }
}

export function createModel(vocabularySize, { context, embedding, hidden }, dice) {
  const matrix = (rows, columns, scale) =>
    Float64Array.from({ length: rows * columns }, () => (dice() * 2 - 1) * scale)
  const inputs = context * embedding
  return {
    size: { vocabulary: vocabularySize, context, embedding, hidden, inputs },
    E: matrix(vocabularySize, embedding, 0.5),
    W1: matrix(hidden, inputs, Math.sqrt(3 / inputs)),
    b1: new Float64Array(hidden),
    W2: matrix(vocabularySize, hidden, Math.sqrt(3 / hidden) * 0.3),
    b2: new Float64Array(vocabularySize),
  }
}

export const parametersOf = (model) =>
  ['E', 'W1', 'b1', 'W2', 'b2'].reduce((sum, name) => sum + model[name].length, 0)

function forward(model, window, scratch) {
  const { context, embedding, hidden, inputs, vocabulary } = model.size
  const { x, h, p } = scratch
  for (let at = 0; at < context; at += 1)
    for (let e = 0; e < embedding; e += 1) x[at * embedding + e] = model.E[window[at] * embedding + e]
  for (let i = 0; i < hidden; i += 1) {
    let sum = model.b1[i]
    const row = i * inputs
    for (let j = 0; j < inputs; j += 1) sum += model.W1[row + j] * x[j]
    h[i] = Math.tanh(sum)
  }
  let max = -Infinity
  for (let v = 0; v < vocabulary; v += 1) {
    let sum = model.b2[v]
    const row = v * hidden
    for (let i = 0; i < hidden; i += 1) sum += model.W2[row + i] * h[i]
    p[v] = sum
    if (sum > max) max = sum
  }
  let total = 0
  for (let v = 0; v < vocabulary; v += 1) total += p[v] = Math.exp(p[v] - max)
  for (let v = 0; v < vocabulary; v += 1) p[v] /= total
}

function backward(model, window, target, scratch, rate) {
  const { context, embedding, hidden, inputs, vocabulary } = model.size
  const { x, h, p, dh, dx } = scratch
  dh.fill(0)
  dx.fill(0)
  p[target] -= 1
  for (let v = 0; v < vocabulary; v += 1) {
    const g = p[v]
    const row = v * hidden
    for (let i = 0; i < hidden; i += 1) {
      dh[i] += g * model.W2[row + i]
      model.W2[row + i] -= rate * g * h[i]
    }
    model.b2[v] -= rate * g
  }
  for (let i = 0; i < hidden; i += 1) {
    const g = dh[i] * (1 - h[i] * h[i])
    const row = i * inputs
    for (let j = 0; j < inputs; j += 1) {
      dx[j] += g * model.W1[row + j]
      model.W1[row + j] -= rate * g * x[j]
    }
    model.b1[i] -= rate * g
  }
  for (let at = 0; at < context; at += 1)
    for (let e = 0; e < embedding; e += 1)
      model.E[window[at] * embedding + e] -= rate * dx[at * embedding + e]
}

const scratchOf = ({ size }) => ({
  x: new Float64Array(size.inputs),
  h: new Float64Array(size.hidden),
  p: new Float64Array(size.vocabulary),
  dh: new Float64Array(size.hidden),
  dx: new Float64Array(size.inputs),
})

/** FLOP of one example: a multiplication and an addition for each weight forward, twice as much backward. */
export const flopPerExample = ({ size }) =>
  3 * 2 * (size.hidden * size.inputs + size.vocabulary * size.hidden)

function windowBefore(stream, at, context) {
  return Array.from({ length: context }, (_, k) => stream[at - context + k] ?? 0)
}

/** Stochastic gradient descent, one example after the other. @returns the loss of each step, in nats a character */
export function train(model, streams, { batch, steps, rate, context }, dice, report = () => {}) {
  const scratch = scratchOf(model)
  const losses = []
  for (let step = 0; step < steps; step += 1) {
    let loss = 0
    const now = (rate * (1 - (0.9 * step) / steps)) / 4
    for (let b = 0; b < batch; b += 1) {
      const stream = streams[Math.floor(dice() * streams.length)]
      const at = 1 + Math.floor(dice() * (stream.length - 1))
      const window = windowBefore(stream, at, context)
      window[0] = stream[0]
      forward(model, window, scratch)
      loss -= Math.log(Math.max(1e-12, scratch.p[stream[at]]))
      backward(model, window, stream[at], scratch, now)
    }
    losses.push(loss / batch)
    report(step, losses)
  }
  return losses
}

/** A line in one language, a character after the other. */
export function sample(model, vocabulary, language, dice, length = 80) {
  const scratch = scratchOf(model)
  const { context } = model.size
  const stream = [vocabulary.indexOf(`<${language}>`)]
  let line = ''
  while (line.length < length) {
    const window = windowBefore(stream, stream.length, context)
    window[0] = stream[0]
    forward(model, window, scratch)
    let left = dice()
    let next = scratch.p.findIndex((p) => (left -= p) <= 0)
    if (next < 0) next = stream[0]
    stream.push(next)
    line += vocabulary[next].length === 1 ? vocabulary[next].replace(/[\0\n]/, ' ') : ' '
  }
  return line
}

function main() {
  const started = performance.now()
  const dice = createDice(settings.seed)
  const { vocabulary, languages, streams } = encode(readTexts(new URL('text/', import.meta.url)))
  const model = createModel(vocabulary.length, settings, dice)
  console.log(
    `${parametersOf(model).toLocaleString('en')} parameters, ${vocabulary.length} symbols, ${streams.reduce((n, s) => n + s.length, 0).toLocaleString('en')} characters in ${languages.join(', ')}`,
  )
  const losses = train(model, streams, settings, dice, (step, all) => {
    if ((step + 1) % 250 !== 0) return
    const recent = all.slice(-250)
    console.log(
      `step ${String(step + 1).padStart(5)} of ${settings.steps}  loss ${(recent.reduce((a, b) => a + b, 0) / recent.length).toFixed(3)}`,
    )
  })
  for (const language of languages) console.log(`${language}: ${sample(model, vocabulary, language, dice)}`)
  const examples = settings.steps * settings.batch
  const report = {
    parameters: parametersOf(model),
    examples,
    trainingFlop: examples * flopPerExample(model),
    finalLoss: losses.slice(-250).reduce((a, b) => a + b, 0) / 250,
    seconds: (performance.now() - started) / 1000,
  }
  mkdirSync('out', { recursive: true })
  writeFileSync(
    'out/weights.json',
    JSON.stringify({
      settings,
      vocabulary,
      weights: Object.fromEntries(
        ['E', 'W1', 'b1', 'W2', 'b2'].map((name) => [
          name,
          Array.from(model[name], (w) => Number(w.toFixed(5))),
        ]),
      ),
    }),
  )
  writeFileSync('out/report.json', `${JSON.stringify(report, null, 2)}\n`)
  console.log(
    `${report.trainingFlop.toExponential(2)} training FLOP, final loss ${report.finalLoss.toFixed(3)}, ${report.seconds.toFixed(1)} s`,
  )
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) main()
