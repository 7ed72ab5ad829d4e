# What R's haven (ReadStat) finds in a system file, as JSON: Rscript read-sav.R sample.sav > sample.haven.json
library(haven)
library(jsonlite)
file <- commandArgs(trailingOnly = TRUE)[1]
data <- read_sav(file, user_na = TRUE)
column <- function(name) {
  x <- data[[name]]
  labels <- attr(x, "labels")
  list(
    name = name,
    label = attr(x, "label"),
    missing = as.list(attr(x, "na_values")),
    valueLabels = lapply(seq_along(labels), function(i) list(value = unname(labels[i]), label = names(labels)[i])),
    values = as.list(as.numeric(unclass(x)))
  )
}
cat(toJSON(list(
  reader = paste("haven", packageVersion("haven"), "on", R.version.string),
  sha256 = strsplit(system2("sha256sum", file, stdout = TRUE), " ")[[1]][1],
  label = attr(data, "label"),
  variables = lapply(names(data), column)
), auto_unbox = TRUE, digits = NA, pretty = TRUE, null = "null", na = "null"), "\n")
