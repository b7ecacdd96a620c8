// Starts `wikiproof lsp` for wikitext; everything else is the language client's.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = async () => {
  const settings = workspace.getConfiguration("wikiproof");
  const [command, ...args] = settings.get("command");
  client = new LanguageClient(
    "wikiproof",
    { command, args },
    {
      documentSelector: [{ language: "wikitext" }, { language: "mediawiki" }],
      initializationOptions: settings.get("settings"),
    },
  );
  await client.start();
};

exports.deactivate = () => client?.stop();
