# How accurately and how consistently units are sorted into levels (Rudner 2005; Lee 2010), straight from the definition:
# a unit's true place is normal around its centre; its level is the likeliest one. Chances by integrating the density
# between the cut scores. Base R 4.2.2 and jsonlite. Run from tests/oracle:  Rscript r/level-sorting.R
options(digits = 15)
edges <- c(2, 3, 4, 6, 8, 11, 16, 22, 32, 50)
below <- c(sqrt(2), head(edges, -1))
sdOf <- function(band) { at <- match(band, edges); sqrt(below[at] * edges[at]) / qnorm(0.975) }
cuts <- c(37.5, 62.5, 75)

chances <- function(centre, band, levels) {
  bounds <- c(-Inf, cuts[seq_len(levels - 1)], Inf)
  sapply(seq_len(levels), function(l) {
    from <- max(bounds[l], centre - 40 * sdOf(band)); to <- min(bounds[l + 1], centre + 40 * sdOf(band))
    if (from >= to) return(0)
    # In pieces, so that a narrow peak isn't stepped over.
    points <- sort(unique(c(from, to, pmin(pmax(centre + (-12:12) * sdOf(band), from), to))))
    sum(mapply(function(a, b) integrate(dnorm, a, b, centre, sdOf(band), rel.tol = 1e-12)$value, head(points, -1), tail(points, -1)))
  })
}

set.seed(20261126)
draw <- function(units, levels) {
  cells <- data.frame(centre = sample(20:90, units, TRUE), band = sample(edges, units, TRUE))
  p <- mapply(chances, cells$centre, cells$band, MoreArgs = list(levels = levels))
  list(cells = cells, levels = levels, accuracy = mean(apply(p, 2, max)), consistency = mean(colSums(p^2)),
       namedAlone = sum(apply(p, 2, max) >= 0.8))
}
cases <- list(draw(5, 4), draw(12, 4), draw(40, 4), draw(12, 3), draw(300, 3))
jsonlite::write_json(list(r = R.version.string, call = "r/level-sorting.R", suggested_tolerance = 1e-9, values = cases),
  "fixtures/level_sorting.json", auto_unbox = TRUE, digits = NA)
