# HTMT for the data in tests/oracle/data. Run from the project's root: Rscript tests/oracle/r/htmt.R
# Needs R, lavaan and semTools. The variant: arithmetic means (2015), absolute correlations, pairwise deletion.
suppressMessages({library(lavaan); library(semTools)})

scales <- list(
  HolzingerSwineford1939 = list(visual = c("x1", "x2", "x3"), textual = c("x4", "x5", "x6"), speed = c("x7", "x8", "x9")),
  bfi = lapply(c(A = "A", C = "C", E = "E", N = "N", O = "O"), paste0, 1:5),
  bhr2000 = list(AF = c("AF06", "AF07"), AP = c("AP12", "AP17", "AP33", "AP34"), AS = c("AS14", "AS15", "AS16", "AS17", "AS28")),
  sai = list(
    pos = c("calm", "secure", "at.ease", "rested", "comfortable", "confident", "relaxed", "content", "joyful", "pleasant"),
    neg = c("tense", "regretful", "upset", "worrying", "anxious", "nervous", "jittery", "high.strung", "worried", "rattled")))
reversed <- c("A1", "C4", "C5", "E1", "E2", "O2", "O5")

for (name in names(scales)) {
  data <- read.csv(sprintf("tests/oracle/data/%s.csv", name))
  if (name == "sai") data <- data[data$time == 1, ]
  if (name == "bfi") for (item in reversed) data[[item]] <- 7 - data[[item]]
  model <- paste(sapply(names(scales[[name]]), function(f) paste(f, "=~", paste(scales[[name]][[f]], collapse = " + "))), collapse = "\n")
  h <- unclass(htmt(model, data, missing = "pairwise", absolute = TRUE, htmt2 = FALSE))
  rows <- apply(h, 1, function(row) sprintf("      [%s]", paste(formatC(row, digits = 16, format = "g"), collapse = ", ")))
  writeLines(c("{",
    sprintf('  "dataset": "%s",', name), '  "statistic": "htmt",', sprintf('  "data_file": "data/%s.csv",', name),
    sprintf('  "r": {"version": "%s", "packages": {"lavaan": "%s", "semTools": "%s"}, "call": "semTools::htmt(model, data, missing = \'pairwise\', absolute = TRUE, htmt2 = FALSE)"},',
      paste(R.version$major, R.version$minor, sep = "."), packageVersion("lavaan"), packageVersion("semTools")),
    '  "definition": "mean absolute correlation between items of two scales / geometric mean of the two mean absolute correlations within; 1 on the diagonal",',
    '  "suggested_tolerance": {"abs": 1e-08, "rel": 1e-08},', '  "values": {',
    sprintf('    "scales": [%s],', paste0('"', names(scales[[name]]), '"', collapse = ", ")),
    '    "htmt": [', paste(rows, collapse = ",\n"), '    ]', '  }', '}'),
    sprintf("tests/oracle/fixtures/%s.htmt.json", name))
}
