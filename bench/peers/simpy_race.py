"""The race of `bench/race.ts` once more, with SimPy: dictionaries and sets, one process a hand, nothing worked out before.

Reads a game as JSON from the file named first and plays as many nights as the second argument says. The game is the
ground rules as they stand: what a step asks, which conditions must be clear, what it gives and on which of its asks that
hangs, what it takes from others, sets and clears, how long it takes, what money it moves. Both sides follow a list: each
free hand begins the first step of the list whose forerunners are done; a step that failed is tried again, some times.

Written for the SimPy of Debian 12 (2.3), whose module is called `SimPy`.
"""

import json
import math
import random
import sys
import time

from SimPy.Simulation import Process, SimEvent, Simulation, hold, waitevent

INTRUDER, OWNER = 0, 1


def pert(rng, takes):
    low, likely, high = takes
    if high <= low:
        return low
    mode = (likely - low) / (high - low)
    return low + (high - low) * rng.betavariate(1 + 4 * mode, 1 + 4 * (1 - mode))


class Night:
    def __init__(self, game, rng):
        self.game = game
        self.rng = rng
        self.sim = Simulation()
        self.sim.initialize()
        self.from_start = [set(game["start"][INTRUDER]["atoms"]), set(game["start"][OWNER]["atoms"])]
        self.given = [set(map(tuple, side["given"])) for side in game["start"]]
        self.is_set = set(game["set"])
        self.lapse_at = {}
        self.settings = {}
        self.pots = dict(game["pots"])
        self.done = [set(), set()]
        self.running = [set(), set()]
        self.failed = [{}, {}]
        self.ran = {}
        self.loss = 0
        self.has_lost = False
        self.changed = [SimEvent(sim=self.sim), SimEvent(sim=self.sim)]

    def play(self):
        for actor, side in enumerate(self.game["sides"]):
            for _ in range(side["hands"]):
                hand = Hand(sim=self.sim)
                self.sim.activate(hand, hand.work(self, actor, side), at=side["from"])
        for condition, at in self.game["lapses"].items():
            self.lapse_at[int(condition)] = at
            self.lapse_later(int(condition), at)
        self.sim.simulate(until=self.game["horizon"])

    def got(self, actor, atom, asking=frozenset()):
        if atom in self.from_start[actor]:
            return True
        for rule, entry in self.game["givers"].get(str(atom), []):
            if (rule, entry) not in self.given[actor]:
                continue
            anchors = self.game["rules"][str(rule)]["gives"][entry]["anchors"]
            if all(a not in asking and self.has(actor, a, asking | {atom}) for a in anchors):
                return True
        return False

    def stopped(self, atom):
        return any(condition in self.is_set for condition in self.game["stops"].get(str(atom), []))

    def has(self, actor, atom, asking=frozenset()):
        return not self.stopped(atom) and self.got(actor, atom, asking)

    def lacks(self, actor, rule):
        return any(not self.has(actor, atom) for atom in rule["asks"]) or any(
            condition in self.is_set for condition in rule["clear"]
        )

    def refused(self, rule):
        gives = rule["gives"]
        return bool(gives) and all(not give["anchors"] and self.stopped(give["atom"]) for give in gives)

    def barred(self, rule):
        limit = rule["limit"]
        if limit is None:
            return False
        runs = self.ran.get(limit["group"], [])
        return len(runs) >= limit["times"] and runs[-limit["times"]] + limit["per"] > self.sim.now()

    def next_step(self, actor, side):
        """The first step of the list that can be begun."""
        for number, forerunners in side["list"]:
            if number in self.done[actor] or number in self.running[actor]:
                continue
            if self.failed[actor].get(number, 0) >= self.game["triesMax"]:
                continue
            if not all(before in self.done[actor] for before in forerunners):
                continue
            if not self.barred(self.game["rules"][str(number)]):
                return number
        return None

    def take_from_other(self, actor, atom):
        other = 1 - actor
        self.from_start[other].discard(atom)
        for pair in self.game["givers"].get(str(atom), []):
            self.given[other].discard(tuple(pair))

    def complete(self, actor, number, rule):
        self.running[actor].discard(number)
        self.done[actor].add(number)
        for atom in rule["takes"]:
            self.take_from_other(actor, atom)
        for condition in rule["clears"]:
            self.is_set.discard(condition)
        for condition, minutes in rule["sets"]:
            until = math.inf if minutes is None else self.sim.now() + minutes
            if condition in self.is_set:
                until = max(until, self.lapse_at.get(condition, math.inf))
            self.is_set.add(condition)
            self.lapse_at[condition] = until
            self.settings[condition] = self.settings.get(condition, 0) + 1
            if until < math.inf:
                self.lapse_later(condition, until)
        for entry, give in enumerate(rule["gives"]):
            if not give["anchors"] and self.stopped(give["atom"]):
                continue
            if give["exclusive"]:
                self.take_from_other(actor, give["atom"])
            self.given[actor].add((number, entry))
        self.move_money(actor, rule)

    def move_money(self, actor, rule):
        for taking in rule["money"]:
            left = math.inf if taking["most"] is None else taking["most"]
            moved = 0
            for pot in taking["pots"]:
                amount = min(self.pots[pot], left)
                if amount <= 0:
                    continue
                self.pots[pot] -= amount
                if not (actor == OWNER and taking["to"] == self.game["gone"]):
                    self.pots[taking["to"]] += amount
                left -= amount
                moved += amount
            if actor == INTRUDER and taking["isGoal"] and (moved > 0 or taking["isUnknown"]):
                self.loss += moved
                self.has_lost = True

    def lapse_later(self, condition, at):
        lapse = Lapse(sim=self.sim)
        self.sim.activate(lapse, lapse.run(self, condition, self.settings.get(condition, 0)), at=at)


class Lapse(Process):
    def run(self, night, condition, setting):
        if night.settings.get(condition, 0) == setting:
            night.is_set.discard(condition)
        yield hold, self, 0


class Hand(Process):
    def work(self, night, actor, side):
        game = night.game
        while True:
            number = night.next_step(actor, side)
            if number is None:
                yield waitevent, self, night.changed[actor]
                continue
            rule = game["rules"][str(number)]
            night.running[actor].add(number)
            in_vain = night.lacks(actor, rule)
            if rule["limit"] is not None and not in_vain:
                night.ran.setdefault(rule["limit"]["group"], []).append(self.sim.now())
            yield hold, self, max(1, rule["minutes"][0]) if in_vain else pert(night.rng, rule["minutes"])
            if in_vain or night.lacks(actor, rule) or night.refused(rule):
                night.running[actor].discard(number)
                night.failed[actor][number] = night.failed[actor].get(number, 0) + 1
            elif night.rng.random() >= rule["chance"]:
                night.running[actor].discard(number)
            else:
                night.complete(actor, number, rule)
            night.changed[actor].signal()


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        game = json.load(file)
    nights = int(sys.argv[2])
    lost, sums = 0, 0
    start = time.perf_counter()
    for number in range(nights):
        night = Night(game, random.Random(number))
        night.play()
        lost += night.has_lost
        sums += night.loss
    seconds = time.perf_counter() - start
    print(json.dumps({"nights": nights, "lost": lost, "hundredths": sums, "seconds": seconds}))


main()
