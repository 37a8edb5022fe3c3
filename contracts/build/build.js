'use strict';
// Compiles a folder of Solidity sources to artifacts that are the same on every machine.
//
//   node build.js SRC_DIR OUT_DIR [--check] [--storage]
//
// Every .sol file in SRC_DIR is compiled; the files may import each other ("./Other.sol"), files of the folder above
// ("../Other.sol"), and nothing else. Each contract of SRC_DIR that can be deployed becomes OUT_DIR/<Contract>.json with the
// members contractName, abi, bytecode and deployedBytecode, and with --storage also storageLayout: a list of variables with
// label, type, slot, offset and bytes. With --check nothing is written.
//
// Exit codes: 0 done; 1 the sources do not compile or, with --check, OUT_DIR is not what would be written; 2 wrong usage.

const fs = require('fs');
const path = require('path');

const SETTINGS = {
  optimizer: { enabled: true, runs: 200 },
  evmVersion: 'cancun',
  // Without the metadata, which hashes the paths and comments of the sources, equal code gives equal bytes.
  metadata: { bytecodeHash: 'none', appendCBOR: false },
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object', 'storageLayout'] } },
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
  const unknown = flags.find((flag) => flag !== '--check' && flag !== '--storage');
  if (unknown !== undefined) throw new Failure(`unknown flag ${unknown}: the flags are --check and --storage`, 2);
  if (folders.length !== 2) throw new Failure('usage: node build.js SRC_DIR OUT_DIR [--check] [--storage]', 2);
  return { source: folders[0], out: folders[1], check: flags.includes('--check'), storage: flags.includes('--storage') };
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

// The compiler knows the files by their path below the folder above SRC_DIR, so that "../Other.sol" means the same to it.
function compile(solc, folder) {
  const names = listFiles(folder, '.sol');
  if (names.length === 0) throw new Failure(`no .sol files in ${folder}`, 2);
  const above = path.resolve(folder, '..');
  const sources = {};
  for (const name of names) sources[sourceUnit(folder, name)] = { content: fs.readFileSync(path.join(folder, name), 'utf8') };

  const load = (unit) => {
    if (unit.includes('/')) return { error: 'only files of the same folder and of the folder above can be imported' };
    try {
      return { contents: fs.readFileSync(path.join(above, unit), 'utf8') };
    } catch (err) {
      return { error: err.message };
    }
  };
  const input = { language: 'Solidity', sources, settings: SETTINGS };
  const result = JSON.parse(solc.compile(JSON.stringify(input), { import: load }));
  const messages = result.errors || [];
  for (const message of messages) process.stderr.write(message.formattedMessage);
  if (messages.some((message) => message.severity === 'error')) throw new Failure(`the sources in ${folder} do not compile`);
  return Object.fromEntries(Object.entries(result.contracts).filter(([unit]) => unit in sources));
}

function sourceUnit(folder, name) {
  return `${path.basename(path.resolve(folder))}/${name}`;
}

// Returns the variables without the numbers that the compiler gives to the nodes of the syntax tree: those change with
// every edit of the sources.
function describeStorage({ storage, types }) {
  return storage.map(({ label, type, slot, offset }) => ({
    label,
    type: types[type].label,
    slot: Number(slot),
    offset,
    bytes: Number(types[type].numberOfBytes),
  }));
}

// Returns the artifacts as a map of file name to content, in a fixed order.
function render(compiled, withStorage) {
  const artifacts = new Map();
  for (const file of Object.keys(compiled).sort()) {
    for (const contractName of Object.keys(compiled[file]).sort()) {
      const { abi, evm, storageLayout } = compiled[file][contractName];
      if (evm.bytecode.object === '') continue; // interfaces and abstract contracts
      const name = `${contractName}.json`;
      if (artifacts.has(name)) throw new Failure(`contract ${contractName} is defined twice, the second time in ${file}`);
      const artifact = {
        contractName,
        abi,
        bytecode: `0x${evm.bytecode.object}`,
        deployedBytecode: `0x${evm.deployedBytecode.object}`,
      };
      if (withStorage) artifact.storageLayout = describeStorage(storageLayout);
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
  const { source, out, check, storage } = parseArguments(process.argv.slice(2));
  const artifacts = render(compile(loadCompiler(), source), storage);
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
