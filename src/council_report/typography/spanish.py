"""Spanish: spaces that hold a number and its noun together."""

from council_report.typography.fix import Fix, digit_groups, numbered, numbers_with_nouns

NOT_NOUNS = (
    "a además al ante aunque bajo como con contra cuando cuya cuyo de del desde donde durante e el"
    " ella ellas ellos en entre era eran es esa ese esta estaba estas este esto está están fue"
    " fueron ha haber hacia han hasta la las le les lo los mediante mientras más ni no o para pero"
    " por porque que quien sea según ser será serán si sin sino sobre son su sus también tanto"
    " tras u un una ya y"
)
"""Small words, which are no noun where they follow a number."""

FIXES: tuple[Fix, ...] = (
    numbered("Documentos?|Resoluci(?:ón|ones)|Decisi(?:ón|ones)|Recomendaci(?:ón|ones)|Artículos?"),
    digit_groups(),
    numbers_with_nouns(NOT_NOUNS),
)
