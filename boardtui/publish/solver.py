"""HiGHS, as it is used here: silent, with one thread, and with the same answer every time."""

from __future__ import annotations

import highspy

NODES = 200
"""Whole numbers are looked for so long: by nodes, and not by seconds, so that the same records are
hidden in the same way everywhere."""


def new_solver() -> highspy.Highs:
    """A solver that prints nothing."""
    solver: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("random_seed", 1)
    solver.setOptionValue("mip_max_nodes", NODES)
    # Every question starts from the answer before, over a matrix of ones: there is nothing to
    # simplify first, to scale, or to perturb.
    solver.setOptionValue("presolve", "off")
    solver.setOptionValue("simplex_scale_strategy", 0)
    solver.setOptionValue("dual_simplex_cost_perturbation_multiplier", 0.0)
    return solver
