"""The Kazakh ablative of a number: 100-ден, 20 мыңнан, 7,6-дан."""

# Ending of the last word spoken: бір-ден, екі-ден, үш-тен, төрт-тен, бес-тен, алты-дан ...
UNITS = ("", "ден", "ден", "тен", "тен", "тен", "дан", "ден", "ден", "дан")
TENS = ("", "нан", "дан", "дан", "тан", "ден", "тан", "тен", "нен", "нан")
SCALES = {"мың": "мыңнан", "млн": "млн-нан", "млрд": "млрд-тан"}


def ablative_ending(digits: str) -> str:
    """Give the ablative ending of a number in digits, as its last word is spoken."""
    spoken = digits.rsplit(",", maxsplit=1)[-1]
    number = "".join(letter for letter in spoken if letter.isdigit())
    if int(number) == 0:
        return "ден"  # нөлден
    zeros = len(number) - len(number.rstrip("0"))
    if zeros == 0:
        return UNITS[int(number[-1])]
    if zeros == 1:
        return TENS[int(number[-2])]
    return "ден" if zeros == 2 else "нан"  # жүзден; мыңнан, миллионнан


def ablative(digits: str, scale: str) -> str:
    """Put a number in the ablative, on its scale word where it has one."""
    if scale:
        return f"{digits}\u00a0{SCALES[scale]}"
    return f"{digits}-{ablative_ending(digits)}"
