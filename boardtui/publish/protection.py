"""A pattern made safe: small cells and what protects them hidden, and left out what gives away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

import numpy as np

from boardtui.publish.hiding import DEAR, SINGLE, Ask, Hiding, prices
from boardtui.publish.layout import Ints
from boardtui.publish.pattern import MANY, Table
from boardtui.publish.program import NEARLY, Flags, Program
from boardtui.publish.programs import Programs, programs_of

ROUNDS = 8
"""After so many rounds of hiding, tables are no longer offered that still cannot be made safe."""

TABLE = 50.0
"""How many times as dear it is to offer a table no more as to hide a cell of a cross."""

AGAIN_OF_TABLES = 3
"""How often the fewest tables are looked for, those of each time being no dearer the next."""

GONE = 0.01
"""What a cell costs of tables that are not offered any more anyway."""

NOT_SAFE = "it cannot be made safe"


class Protection(Hiding):
    """Makes a pattern safe: hides what does it, and leaves out where that is not enough."""

    _exact: tuple[set[Table], Programs] | None = None

    def protect(self, is_too_much: Callable[[], bool]) -> None:
        """Hide what must be hidden, and what makes that safe; leave out what cannot be.

        Ends as soon as what is hidden is too much.
        """
        prover = self.prover
        self.hide_many()
        if is_too_much():
            return
        for number in range(ROUNDS):
            prover.know()
            prover.prove_many(prover.programs)
            lacking = np.flatnonzero(prover.lacking()).tolist()
            if not lacking:
                return
            for place, cell in enumerate(lacking):
                self.progress(f"hiding, round {number + 1}", place, len(lacking))
                prover.know()
                if prover.is_proved(cell) or (prover.programs.all is None and prover.prove(cell)):
                    continue
                if not self.make_room(cell):
                    self._leave_out(cell)
                if is_too_much():
                    return
        for _ in range(ROUNDS):
            for cell in prover.failing():
                if not self.make_room(cell):
                    self._leave_out(cell)
        for _ in range(ROUNDS):
            for cell in prover.failing():
                self._content(cell)

    def _leave_out(self, cell: int) -> None:
        """Offer the tables of a cell no more that cannot be made safe."""
        names = {(measure, by) for measure, by, _ in self.pattern.layout.names[cell] if by}
        tables = [name for name in names if name not in self.pattern.not_offered]
        if not tables:
            self._content(cell)
        self._withdraw(tables)

    def _withdraw(self, tables: Iterable[Table]) -> None:
        for table in sorted(tables):
            self.pattern.withdraw(table, NOT_SAFE)

    def _content(self, cell: int) -> None:
        """Leave out what tells of a cell, asking no more of it than could be with no table offered.

        The force's own totals, or an earlier edition, tell the rest whatever is left out. Of that
        it is asked exactly, where nobody is known to be; afterwards as before, if that is quicker.
        """
        prover = self.prover
        usual, prover.programs = prover.programs, self._exactly()
        if not self.make_room(cell) and not (prover.ask_all_of(cell) and prover.prove(cell)):
            high, low = self._without_tables(cell)
            prover.most_up[cell], prover.most_wide[cell] = high, high - low + 1
            self._leave_out_what_tells(cell)
        if not prover.programs.has_all:
            prover.programs = usual

    def _exactly(self) -> Programs:
        """The programs of what is offered now."""
        left_out = set(self.pattern.not_offered)
        if self._exact is None or self._exact[0] != left_out:
            people = self.prover.people
            self._exact = left_out, programs_of(self.pattern, people, exact=True)
        return self._exact[1]

    @cached_property
    def _anything(self) -> Program:
        """The program of all that could be otherwise, if no table were offered."""
        everybody = np.ones(self.pattern.layout.count, dtype=np.bool_)
        return Program(self.pattern.layout, self.prover.people, everybody, self.pattern.told())

    def _without_tables(self, cell: int) -> tuple[int, int]:
        """How far up and down a cell could be if no table were offered, as far as is asked."""
        up, wide = int(self.prover.up[cell]), int(self.prover.wide[cell])
        high = low = int(self.pattern.true[cell])
        high = max(high, self._end(Ask(cell, least=max(up, low + wide - 1))))
        return high, min(low, self._end(Ask(cell, most=max(0, high - wide + 1))))

    def _end(self, ask: Ask) -> int:
        program, pattern = self._anything, self.pattern
        self.know(program)
        can = pattern.offered & ~pattern.whole
        up, down = self.room(MANY, least=0)
        program.open(np.where(can, up, 0), np.where(can, down, 0))
        program.price(np.ones(len(pattern.true)))
        program.wish(ask.cell, ask.least, ask.most)
        answer = program.solve()
        if answer is None:
            return int(pattern.true[ask.cell])
        count = program.counted(answer, ask.cell)
        return int(np.floor(count + NEARLY) if ask.most is None else np.ceil(count - NEARLY))

    def _leave_out_what_tells(self, cell: int) -> None:
        """Hide, and leave out whole tables, so that a cell can be as it must."""
        prover, pattern = self.prover, self.pattern

        def left_out(ask: Ask) -> bool:
            # Somebody can be where nobody is shown, and nobody where somebody is hidden, in tables
            # that are not offered; elsewhere that is asked only where hiding is not enough.
            told = pattern.offered & ~pattern.whole
            return self._least_left_out(ask, told & ~pattern.hideable()) or self._least_left_out(
                ask, told
            )

        prover.know()
        if not self.made(cell, left_out):
            witnesses = prover.witnesses
            high, low = int(witnesses.high[cell]), int(witnesses.low[cell])
            prover.most_up[cell], prover.most_wide[cell] = high, high - low + 1

    def _least_left_out(self, ask: Ask, held: Flags) -> bool:
        """Hide, and leave out tables of what is `held`, as little as lets a cell be as asked.

        Whether that can be.
        """
        program, pattern = self._anything, self.pattern
        self.know(program)
        held[ask.cell] = False  # it is to be so itself
        can = pattern.hideable() & ~held
        up, down = self.room(2 * pattern.rules.threshold, least=1)
        down = np.where(held, self.room(0, least=0)[1], down)
        program.open(np.where(can | held, up, 0), np.where(can | held, down, 0))
        program.ask(ask.cell, ask.least, ask.most)
        cost = np.where(held, TABLE * np.where(pattern.single, SINGLE, 1.0), prices(pattern))
        answer, tables = None, set[Table]()
        for _ in range(AGAIN_OF_TABLES):
            program.price(DEAR * np.where(self._only_in(tables), GONE, cost))
            again = program.solve()
            if again is None:
                break
            answer = again
            tables = self._offered_of(np.flatnonzero((answer.beyond > NEARLY) & held))
        if answer is not None and not answer.is_whole:
            answer = program.whole(answer)
        if answer is None:
            return False
        beyond = answer.beyond > NEARLY
        self._withdraw(self._offered_of(np.flatnonzero(beyond & held)))
        self.hide(np.flatnonzero(beyond & can & pattern.offered), ask.cell)
        self.prover.know()
        return self.prover.witnesses.take(answer, self.prover.low, self.prover.high)

    def _offered_of(self, cells: Ints) -> set[Table]:
        """The tables that are offered and have some cells."""
        names = (name for cell in cells.tolist() for name in self.pattern.layout.names[cell])
        tables = {(measure, by) for measure, by, _ in names if by}
        return tables - self.pattern.not_offered.keys()

    def _only_in(self, tables: set[Table]) -> Flags:
        """The cells that are not offered but in some tables."""
        found = np.zeros(len(self.pattern.true), dtype=np.bool_)
        for table in tables:
            found[self.pattern.tables[table]] = True
        for table, cells in self.pattern.tables.items():
            if table not in tables and table not in self.pattern.not_offered:
                found[cells] = False
        return found
