"""How many slips of the finger make one word of another."""


def distance(one: str, other: str, limit: int = 9) -> int:
    """Letters to change, add, drop or swap, or limit + 1 where more.

    >>> distance("yoshinawa", "yoshinaka"), distance("dazaifu", "daziafu"), distance("kyogo", "kyoto")
    (1, 1, 1)
    >>> distance("tokyo", "kanazawa", 2)
    3
    """
    if abs(len(one) - len(other)) > limit or len(set(one) ^ set(other)) > 2 * limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != wanted))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
