/** What a board carries: memory in GiB (2^30 bytes), power in watts as the thermal design states it; null where not published. */
export type Board = { readonly memoryGiB: number | null; readonly powerWatts: number | null }

/** Memory in 10^9 bytes, as makers state it, and thermal design power in watts. */
const board = (gigabytes: number | null, powerWatts: number | null): Board => ({
  memoryGiB: gigabytes === null ? null : (gigabytes * 1e9) / 2 ** 30,
  powerWatts,
})

/**
 * By the register's names. Source: Epoch AI, "Data on Machine Learning Hardware", as of July 2026, CC BY 4.0
 * (https://epoch.ai/data/machine-learning-hardware). A board that is not told apart there stands here with null.
 */
const boards: Readonly<Record<string, Board>> = {
  'NVIDIA A100 SXM 80GB': board(80, 400),
  'NVIDIA A800 SXM 80GB': board(80, 400),
  'NVIDIA H100 SXM5': board(80, 700),
  'NVIDIA H100 PCIe': board(80, 350),
  'NVIDIA H800 SXM5': board(80, 700),
  'NVIDIA H20': board(96, 400),
  'NVIDIA H200 SXM': board(141, 700),
  'NVIDIA B200': board(180, 1000),
  'NVIDIA L40': board(48, 300),
  'NVIDIA RTX 4090': board(24, 450),
  'NVIDIA RTX 3090': board(24, 350),
  'NVIDIA V100 SXM2': board(null, 300),
  'NVIDIA A10': board(24, 150),
  'AMD MI250X': board(128, 500),
  'AMD MI300X': board(192, 750),
  'AMD MI355X': board(288, 1400),
  'Intel Gaudi3': board(128, 900),
  'Huawei Ascend 910C': board(128, 700),
  'Google TPU v4': board(32, 340),
  'Google TPU v5e': board(16, 225),
  'Google TPU v5p': board(95, 540),
  'Google TPU v6e': board(32, 380),
  'Google TPU v7 Ironwood': board(192, 960),
  'AWS Trainium2': board(96, 500),
  'AWS Trainium1': board(32, null),
}

export function boardOf(name: string): Board {
  return boards[name] ?? { memoryGiB: null, powerWatts: null }
}

/** Names with figures, so that a test can hold them against the register. */
export const boardNames: readonly string[] = Object.keys(boards)
