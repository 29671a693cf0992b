import { exit, UsageError, type Command } from '../../command.ts'

const options = ['--help', '--json', '--server']

function bash(names: readonly string[]): string {
  return `_allmende() {
  local word=\${COMP_WORDS[COMP_CWORD]}
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${names.join(' ')}" -- "$word"))
  elif [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "${options.join(' ')}" -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _allmende allmende
`
}

function zsh(commands: readonly Command[]): string {
  const rows = commands.map(
    (c) => `    '${c.name}:${c.summary.replaceAll("'", "'\\''").replaceAll(':', '\\:')}'`,
  )
  return `#compdef allmende
_allmende() {
  local -a commands
  commands=(
${rows.join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; else _arguments '*:file:_files'; fi
}
_allmende "$@"
`
}

/** Made from the commands themselves, so that it knows exactly what there is. */
export function completion(commands: () => readonly Command[]): Command {
  return {
    name: 'completion',
    summary: 'Completion for your shell',
    usage: 'bash|zsh',
    examples: ['allmende completion bash >> ~/.bashrc'],
    words: [1, 1],
    run(io, { words }) {
      if (words[0] === 'bash') io.out(bash(commands().map((c) => c.name)))
      else if (words[0] === 'zsh') io.out(zsh(commands()))
      else throw new UsageError(`"${words[0]}" is no shell known here; expected bash or zsh.`)
      return Promise.resolve(exit.done)
    },
  }
}
