// Validates PDF files against their standards with veraPDF, and prints the outcome as JSON.
// It runs in Rhino, which veraPDF brings along, so that a Java without compiler is enough.
// arguments: flavour file [flavour file ...]
importClass(org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider);
importClass(org.verapdf.pdfa.Foundries);
importClass(org.verapdf.pdfa.flavours.PDFAFlavour);

function failedRules(result) {
  var rules = {};
  var assertions = result.getTestAssertions().iterator();
  while (assertions.hasNext()) {
    var assertion = assertions.next();
    if (String(assertion.getStatus()).toLowerCase() !== "failed") continue;
    var id = assertion.getRuleId();
    var key = id.getClause() + "-" + id.getTestNumber();
    if (!rules[key]) {
      rules[key] = {
        count: 0,
        message: String(assertion.getMessage()),
        place: String(assertion.getLocation().getContext())
      };
    }
    rules[key].count++;
  }
  return rules;
}

VeraGreenfieldFoundryProvider.initialise();
var foundry = Foundries.defaultInstance();
var outcomes = [];
for (var i = 0; i + 1 < arguments.length; i += 2) {
  var flavour = PDFAFlavour.fromString(arguments[i]);
  var parser = foundry.createParser(new java.io.File(arguments[i + 1]), flavour);
  // false: keep no assertion that passed; two million of them fill the memory
  var result = foundry.createValidator(flavour, false).validate(parser);
  outcomes.push({
    file: String(arguments[i + 1]),
    compliant: Boolean(result.isCompliant()),
    assertions: Number(result.getTotalAssertions()),
    rules: failedRules(result)
  });
  parser.close();
}
print(JSON.stringify(outcomes));
