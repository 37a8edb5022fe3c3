// Writes a line of JSON for each contract: its name, the pipeline that compiled it, its runtime code, the selectors that evmole finds in it and
// those that solc says it has.
//
//   node build.mjs            compiles the sources in sources.mjs and in contracts/fixtures with every version and pipeline
//   node build.mjs --stdin    reads lines with "name" and "code" and asks evmole about those
//   node build.mjs --pipeline P   one pipeline; the compilers do not share a process well, so the program runs itself once for each

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { contractInfo } from 'evmole';
import { contracts } from './sources.mjs';

const require = createRequire(import.meta.url);
const fixtures = fileURLToPath(new URL('../../../../contracts/fixtures/', import.meta.url));
const versions = ['0.4.26', '0.5.17', '0.6.12', '0.8.4', '0.8.37'];

const optimizers = {
  plain: { enabled: false },
  small: { enabled: true, runs: 1 },
  fast: { enabled: true, runs: 10000 },
};

function pipelines() {
  const all = [];
  for (const version of versions) {
    for (const optimizer of Object.keys(optimizers)) {
      all.push(`${version}-${optimizer}`);
      if (version === '0.8.37') all.push(`${version}-${optimizer}-ir`);
    }
  }
  return all;
}

function compile(pipeline) {
  const [version, optimizer, ir] = pipeline.split('-');
  const solc = require(`solc-${version}`);
  const minor = Number(version.split('.')[1]);
  const sources = Object.fromEntries(contracts(minor).map(({ name, source }) => [`${name}.sol`, { content: source }]));
  if (version === '0.8.37') {
    for (const file of readdirSync(fixtures).filter((name) => name.endsWith('.sol'))) {
      sources[file] = { content: readFileSync(fixtures + file, 'utf8') };
    }
  }
  const settings = {
    optimizer: optimizers[optimizer],
    outputSelection: { '*': { '*': ['evm.deployedBytecode.object', 'evm.methodIdentifiers'] } },
  };
  if (ir) settings.viaIR = true;
  const standard = version.startsWith('0.4') || version.startsWith('0.5') ? solc.compileStandardWrapper || solc.compile : solc.compile;
  const result = JSON.parse(standard(JSON.stringify({ language: 'Solidity', sources, settings })));
  const errors = (result.errors || []).filter((message) => message.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((message) => message.formattedMessage).join('\n'));
  for (const [file, group] of Object.entries(result.contracts)) {
    for (const [name, { evm }] of Object.entries(group)) {
      if (evm.deployedBytecode.object === '' || (name === 'Other' && file !== 'One.sol')) continue;
      write(name, pipeline, evm.deployedBytecode.object, Object.values(evm.methodIdentifiers));
    }
  }
}

function write(name, pipeline, code, methods) {
  const info = contractInfo(`0x${code}`, { selectors: true });
  const selectors = info.functions.map((f) => f.selector);
  process.stdout.write(`${JSON.stringify({ name, pipeline, code, selectors, methods })}\n`);
}

const [flag, value] = process.argv.slice(2);
if (flag === '--stdin') {
  for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
    const { name, code } = JSON.parse(line);
    write(name, 'published', code, []);
  }
} else if (flag === '--pipeline') {
  compile(value);
} else {
  for (const pipeline of pipelines()) {
    process.stdout.write(execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--pipeline', pipeline], { maxBuffer: 1 << 28 }));
  }
}
