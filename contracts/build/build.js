'use strict';
// Compiles a folder of Solidity sources to artifacts that are the same on every machine.
//
//   node build.js SRC_DIR OUT_DIR [--check]
//
// Every .sol file in SRC_DIR is compiled; the files may import each other ("./Other.sol") and nothing else. Each contract
// that can be deployed becomes OUT_DIR/<Contract>.json with the members contractName, abi, bytecode and deployedBytecode.
// With --check nothing is written.
//
// Exit codes: 0 done; 1 the sources do not compile or, with --check, OUT_DIR is not what would be written; 2 wrong usage.

const fs = require('fs');
const path = require('path');

const SETTINGS = {
  optimizer: { enabled: true, runs: 200 },
  evmVersion: 'cancun',
  // Without the metadata, which hashes the paths and comments of the sources, equal code gives equal bytes.
  metadata: { bytecodeHash: 'none', appendCBOR: false },
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object'] } },
};

class Failure extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

function parseArguments(args) {
  const flags = args.filter((arg) => arg.startsWith('-'));
  const folders = args.filter((arg) => !arg.startsWith('-'));
  const unknown = flags.find((flag) => flag !== '--check');
  if (unknown !== undefined) throw new Failure(`unknown flag ${unknown}: the only flag is --check`, 2);
  if (folders.length !== 2) throw new Failure('usage: node build.js SRC_DIR OUT_DIR [--check]', 2);
  return { source: folders[0], out: folders[1], check: flags.length > 0 };
}

function loadCompiler() {
  const wanted = require('./package.json').devDependencies.solc;
  let solc;
  try {
    solc = require('solc');
  } catch {
    throw new Failure(`the Solidity compiler is not installed: run npm ci in ${path.relative('.', __dirname) || '.'}`, 2);
  }
  if (!solc.version().startsWith(`${wanted}+`)) {
    throw new Failure(`solc ${wanted} is needed, found ${solc.version()}: run npm ci`, 2);
  }
  return solc;
}

function listFiles(folder, extension) {
  try {
    return fs.readdirSync(folder).filter((name) => name.endsWith(extension)).sort();
  } catch (err) {
    throw new Failure(`cannot read ${folder}: ${err.message}`, 2);
  }
}

function compile(solc, folder) {
  const names = listFiles(folder, '.sol');
  if (names.length === 0) throw new Failure(`no .sol files in ${folder}`, 2);
  const sources = {};
  for (const name of names) sources[name] = { content: fs.readFileSync(path.join(folder, name), 'utf8') };

  const input = { language: 'Solidity', sources, settings: SETTINGS };
  const result = JSON.parse(solc.compile(JSON.stringify(input)));
  const messages = result.errors || [];
  for (const message of messages) process.stderr.write(message.formattedMessage);
  if (messages.some((message) => message.severity === 'error')) throw new Failure(`the sources in ${folder} do not compile`);
  return result.contracts;
}

// Returns the artifacts as a map of file name to content, in a fixed order.
function render(compiled) {
  const artifacts = new Map();
  for (const file of Object.keys(compiled).sort()) {
    for (const contractName of Object.keys(compiled[file]).sort()) {
      const { abi, evm } = compiled[file][contractName];
      if (evm.bytecode.object === '') continue; // interfaces and abstract contracts
      const name = `${contractName}.json`;
      if (artifacts.has(name)) throw new Failure(`contract ${contractName} is defined twice, the second time in ${file}`);
      const artifact = {
        contractName,
        abi,
        bytecode: `0x${evm.bytecode.object}`,
        deployedBytecode: `0x${evm.deployedBytecode.object}`,
      };
      artifacts.set(name, `${JSON.stringify(artifact, null, 1)}\n`);
    }
  }
  return artifacts;
}

function compare(file, content) {
  if (!fs.existsSync(file)) return 'missing';
  return fs.readFileSync(file, 'utf8') === content ? 'same' : 'out of date';
}

// Returns the names of the artifacts in the folder. Other JSON files may live there too.
function listArtifacts(folder) {
  return listFiles(folder, '.json').filter((name) => {
    try {
      return `${JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')).contractName}.json` === name;
    } catch {
      return false;
    }
  });
}

// Returns what separates the folder from the artifacts: lines for a reader.
function differences(folder, artifacts) {
  const present = fs.existsSync(folder) ? listArtifacts(folder) : [];
  const lines = present.filter((name) => !artifacts.has(name)).map((name) => `${name}: no contract of that name is left`);
  for (const [name, content] of artifacts) {
    const state = compare(path.join(folder, name), content);
    if (state !== 'same') lines.push(`${name}: ${state}`);
  }
  return lines.sort();
}

// Brings the folder up to date and touches no file that already is.
function write(folder, artifacts) {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of listArtifacts(folder)) {
    if (!artifacts.has(name)) fs.rmSync(path.join(folder, name));
  }
  for (const [name, content] of artifacts) {
    const target = path.join(folder, name);
    if (compare(target, content) === 'same') continue;
    const temporary = `${target}.${process.pid}.tmp`;
    fs.writeFileSync(temporary, content);
    fs.renameSync(temporary, target);
  }
}

function main() {
  const { source, out, check } = parseArguments(process.argv.slice(2));
  const artifacts = render(compile(loadCompiler(), source));
  if (!check) {
    write(out, artifacts);
    return;
  }
  const lines = differences(out, artifacts);
  if (lines.length === 0) return;
  const list = lines.map((line) => `  ${line}`).join('\n');
  throw new Failure(`${out} does not match ${source}:\n${list}\nrun the same command without --check and commit the result`);
}

try {
  main();
} catch (err) {
  if (!(err instanceof Failure)) throw err;
  process.stderr.write(`build.js: ${err.message}\n`);
  process.exitCode = err.exitCode;
}
