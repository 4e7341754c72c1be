"""Every finding there is: id, severity, sentence, what to do. `docs/findings.md` is made from this list.

`severe` holds a report (or the file) back; `warning` may be wrong; `hint` is worth a look. Sentences are the keys of
the catalogue (`messages`); names in braces are filled in.
"""

from bulletin.messages import N_
from bulletin.values import dataclass

SEVERE, WARNING, HINT = "severe", "warning", "hint"


@dataclass(frozen=True, slots=True)
class Kind:
    """One row of the list."""

    severity: str
    message: str
    hint: str


KINDS: dict[str, Kind] = {
    # the file
    "file-empty": Kind(WARNING, N_("the file is empty"), N_("put a report into it, or delete it")),
    "file-binary": Kind(
        SEVERE, N_("this is not a text file ({what})"), N_("save the report as plain text (.txt) and try again")
    ),
    "file-undecodable": Kind(
        SEVERE,
        N_("byte {offset} (0x{byte}) is not text in {tried}"),
        N_("open the file in the editor it came from and save it as UTF-8; the file is held back until then"),
    ),
    "file-unreadable": Kind(SEVERE, N_("the file cannot be read: {why}"), N_("check that it is there and may be read")),
    "file-outside": Kind(
        SEVERE,
        N_("a link that leads out of the content folder; it was not read"),
        N_("copy the file itself into the content folder"),
    ),
    "file-huge": Kind(
        WARNING, N_("{size} MB of text in one file"), N_("check that this is a report; one file an issue reads best")
    ),
    "file-name-windows": Kind(
        WARNING,
        N_("Windows cannot keep a file of the name “{name}”"),
        N_("give the file another name, such as 2024-03-05.txt"),
    ),
    "site-missing": Kind(
        SEVERE,
        N_("there is no config.yaml here, so this is not a site"),
        N_("change into the site's folder, name it with --site DIR, or make one with: bulletin init DIR"),
    ),
    "content-missing": Kind(
        SEVERE, N_("the content folder “{name}” is not there"), N_("make the folder, or name another in config.yaml")
    ),
    "content-empty": Kind(
        SEVERE,
        N_("no report was found that can be published; output/ was left as it is"),
        N_("put a text file into {name}/"),
    ),
    # characters
    "text-control": Kind(
        WARNING,
        N_("control characters were taken out: {count} (the first is U+{code})"),
        N_("check the text at this place"),
    ),
    "text-replacement": Kind(
        WARNING,
        N_("characters were lost before this text was saved (shown as U+FFFD): {count}"),
        N_("compare with the original and type them again"),
    ),
    "text-private": Kind(
        WARNING,
        N_("characters that only some computers can show: {count} (the first is U+{code})"),
        N_("replace them with the standard character"),
    ),
    "text-cut": Kind(
        WARNING,
        N_("the file ends in the middle of a character: {count} bytes at its end were left out"),
        N_("the end of the text is missing; copy the file again"),
    ),
    "text-two-encodings": Kind(
        WARNING,
        N_("two encodings in one file: {count} of {all} lines are GB18030, the others UTF-8; each was read as its own"),
        N_("open the file, look at this line, and save it as UTF-8"),
    ),
    "text-garbled": Kind(
        WARNING,
        N_("this text comes from a broken conversion: {count} places like “{text}”; nothing was changed"),
        N_("take the text from its original page"),
    ),
    "quotes-unpaired": Kind(
        HINT, N_("straight quotation marks that do not pair were left as they are"), N_("write “ and ”")
    ),
    # Word documents
    "word-extra": Kind(
        SEVERE,
        N_("a Word document, and the part that reads them is not installed; the file is held back"),
        N_("install it with: pip install bulletin[docx]; or save the report as plain text"),
    ),
    "word-broken": Kind(
        SEVERE,
        N_("the Word document cannot be read: {why}"),
        N_("open it in Word or WPS, save it again as .docx or as plain text"),
    ),
    "word-revisions": Kind(
        SEVERE,
        N_("changes that nobody has decided: {inserted} insertions, {deleted} deletions by {authors}; it is held back"),
        N_("accept or refuse them in Word or WPS; or take them as accepted with word_revisions: accept in config.yaml"),
    ),
    "word-revisions-accepted": Kind(
        WARNING,
        N_("open changes were taken as accepted: {inserted} insertions, {deleted} deletions by {authors}"),
        N_("look at the text once more"),
    ),
    "word-table": Kind(
        HINT, N_("{tables} tables were read row by row as text: {rows} rows"), N_("check how they read on the page")
    ),
    # front matter and other YAML
    "front-matter-open": Kind(
        SEVERE, N_("the front matter that begins here is never closed"), N_("put a line with --- under its last key")
    ),
    "yaml-syntax": Kind(
        SEVERE, N_("this is not valid YAML: {why}"), N_("mind the colon, the space after it and the quotes")
    ),
    "yaml-alias": Kind(SEVERE, N_("YAML references (& and *) are not used here"), N_("write the value out")),
    "yaml-deep": Kind(SEVERE, N_("too many levels inside each other"), N_("write a simple list of keys")),
    "key-repeated": Kind(SEVERE, N_("“{key}” stands here twice (first in line {first})"), N_("keep one of them")),
    "key-unknown": Kind(
        WARNING, N_("“{key}” is not a key that is known here"), N_("did you mean “{near}”? The value was not used")
    ),
    "key-missing": Kind(SEVERE, N_("“{key}” is missing"), N_("add a line “{key}: …”")),
    "value-wrong": Kind(SEVERE, N_("“{text}” is not right for {key}"), N_("write {wanted}")),
    "date-impossible": Kind(
        SEVERE, N_("“{text}” is not a date"), N_("compare with the original and write a real date, such as 2024-03-05")
    ),
    "status-unknown": Kind(SEVERE, N_("“{text}” is not a status"), N_("write draft, ready or withdrawn")),
    # dates in texts
    "date-odd": Kind(WARNING, N_("“{text}” is no real day, so it was not used"), N_("compare with the original")),
    "date-after-issue": Kind(
        WARNING, N_("{date} lies after the issue of {issue}"), N_("check the date, or the date in the file name")
    ),
    "date-far": Kind(
        WARNING,
        N_("“{text}” without a year was not taken as the day of the event: {date} lies long before the issue"),
        N_("write the year if it is the day of the event"),
    ),
    "date-relative": Kind(
        HINT, N_("“{text}” tells no date by itself; the report is filed under the issue's date"), N_("write the date")
    ),
    "weekday-wrong": Kind(WARNING, N_("{date} is a {right}, not a {printed}"), N_("check the date and the weekday")),
    "issue-date-guessed": Kind(
        WARNING,
        N_("no issue date is given; {date} was guessed from the texts ({why})"),
        N_("name the file {name} if that is right"),
    ),
    "issue-date-missing": Kind(
        SEVERE,
        N_("no issue date is given and none can be guessed; the file is held back"),
        N_("put the date into the file name, such as 2024-03-05.txt"),
    ),
    # reports
    "title-missing": Kind(
        HINT, N_("no headline was found; the page shows “{title}”"), N_("write a headline above the report")
    ),
    "report-empty": Kind(
        WARNING, N_("the headline “{title}” has no text under it"), N_("add the text, or delete the line")
    ),
    "subhead-doubtful": Kind(
        HINT, N_("“{text}” was taken as a subhead"), N_("join it to its paragraph if it is a part of a broken sentence")
    ),
    "picture-missing": Kind(
        WARNING, N_("the picture “{name}” is not there"), N_("put the file beside the report, or correct the name")
    ),
    "picture-active": Kind(
        WARNING,
        N_("the picture “{name}” is not published: it holds a script, or fetches something from elsewhere"),
        N_("save it as PNG, or let somebody take the script out"),
    ),
    "picture-unreadable": Kind(
        WARNING,
        N_("the picture “{name}” is not published: it is no picture, or broken"),
        N_("open it, and save it again as JPEG or PNG"),
    ),
    "picture-outside": Kind(
        WARNING,
        N_("the picture “{name}” lies on another site and is not shown"),
        N_("save it beside the report, and name the file"),
    ),
    "jump-alone": Kind(
        HINT, N_("“{text}”: the other half was not found in this issue"), N_("check the page number and the headline")
    ),
    "contrast-low": Kind(
        WARNING,
        N_("{colour} on {ground} has a contrast of {found}; words need {least}"),
        N_("choose a darker colour, or a lighter one on a dark ground"),
    ),
    "pick-unknown": Kind(
        WARNING,
        N_("“{text}” under picks is no report of the topic {topic}"),
        N_("write the headline or the address of one of its reports"),
    ),
    "html-shown": Kind(
        HINT, N_("HTML in the text is shown as it is typed, never run"), N_("use Markdown for bold, lists and links")
    ),
    "reprint-incomplete": Kind(
        WARNING, N_("a reprint without {missing}"), N_("a reprint names source, author, original headline and editor")
    ),
    "leader-unknown": Kind(
        WARNING, N_("“{text}” under leaders is not in the register"), N_("use a name or an id of leaders.yaml")
    ),
    "topic-unknown": Kind(
        WARNING, N_("“{text}” under topics is not a topic that is known"), N_("did you mean “{near}”?")
    ),
    "leader-same-name": Kind(
        WARNING,
        N_("{count} people in the register are called {name}; the one in office that day cannot be told"),
        N_("write the id under leaders in the front matter"),
    ),
    "post-differs": Kind(
        WARNING,
        N_("{name} is printed as {printed}, but the register has {registered} for {date}"),
        N_("correct the report, or the period in leaders.yaml"),
    ),
    "write-taken": Kind(
        WARNING, N_("nothing to write: the file has front matter already, or no report"), N_("edit the file itself")
    ),
    "write-exists": Kind(
        SEVERE,
        N_("{name} is there already; nothing was written for this file"),
        N_("move it away, or delete it, and write again"),
    ),
    "leader-one-apart": Kind(
        WARNING,
        N_("{name} ({reports} reports, first {day}) differs from {other} in one character: the same person misspelt?"),
        N_("correct the report, or keep both if they are two people"),
    ),
    "leader-two-posts": Kind(
        WARNING,
        N_("{name} is printed as {one} and, over the same days, as {other}, never as both: two people of one name?"),
        N_("write two people with ids of their own, or both posts for one"),
    ),
    "register-form": Kind(
        SEVERE,
        N_("people can be added only to a list with a “- ” before each; nothing was written"),
        N_("write the register as a list, or copy the proposal into it by hand"),
    ),
    # the ledger
    "ledger-line": Kind(
        SEVERE,
        N_("this line of the ledger cannot be read, so no address would be safe; nothing was built"),
        N_(
            "after a merge keep the lines of both sides and delete the marks around them; else take the file "
            "from its history"
        ),
    ),
    "address-twice": Kind(
        WARNING,
        N_("{url} was given to two reports: {one}, and {other}"),
        N_("the first keeps it, the other has a new address; look at both"),
    ),
    "address-unsure": Kind(
        WARNING,
        N_("this may be the report that was published at {old} (“{title}”), but too little of it is left to be sure"),
        N_("if it is, name {old} under aliases; if not, delete “unsure” from the line of {url} in the ledger"),
    ),
    "address-gone": Kind(
        HINT,
        N_("{url} (“{title}”) was published and has no report any more; its page says that it was withdrawn"),
        N_("put the report back if it was removed by mistake: it will have its address again"),
    ),
    "address-moved": Kind(
        HINT,
        N_("“{title}” was published at {url}, which leads to {to} now"),
        N_("nothing, if the report has its right day and slug now"),
    ),
    "pages-many": Kind(
        HINT,
        N_(
            "this issue has {count} print pages of one report each: the number that a file's name begins with is a print page (版)"
        ),
        N_(
            "if they are numbers in a list, begin the names with a letter ({name}), or write page: 1 into each; else nothing"
        ),
    ),
    # the site
    "slug-taken": Kind(
        SEVERE, N_("the address {url} already belongs to {other}; this report is held back"), N_("choose another slug")
    ),
    "slug-form": Kind(
        SEVERE,
        N_("“{text}” cannot be an address"),
        N_("use lower-case letters, digits and hyphens, beginning with a letter"),
    ),
    "id-form": Kind(SEVERE, N_("“{text}” cannot be an id"), N_("use lower-case letters, digits and hyphens")),
    "id-taken": Kind(SEVERE, N_("the id “{text}” is used twice (first in line {first})"), N_("choose another id")),
    "page-taken": Kind(
        SEVERE,
        N_("two pages want the address {url}: {one} and {other}"),
        N_("change the slug, id or alias of one of them"),
    ),
    "link-dead": Kind(
        WARNING, N_("a link to {target} leads nowhere (on {page})"), N_("correct the address in the text or the theme")
    ),
    "theme-missing": Kind(
        SEVERE, N_("there is no theme “{name}”"), N_("choose one of: {known}; or make the folder {folder}")
    ),
    "theme-circle": Kind(SEVERE, N_("the theme “{name}” extends itself"), N_("correct “extends” in theme.yaml")),
    "own-fault": Kind(
        SEVERE,
        N_("a fault of bulletin itself: {error}"),
        N_("save once more, and the preview begins anew; please tell the makers what you did before"),
    ),
    "template-missing": Kind(SEVERE, N_("the theme has no template {name}"), N_("add it, or extend the theme default")),
    "template-wrong": Kind(SEVERE, N_("the template cannot be used: {why}"), N_("correct the template at this line")),
    "output-unsafe": Kind(
        SEVERE,
        N_("the output folder {name} holds the site itself or its content"),
        N_("choose a folder of its own for output in config.yaml"),
    ),
    "output-failed": Kind(
        SEVERE, N_("{name} could not be written: {why}"), N_("free some space or correct the rights, then build again")
    ),
    "cluster-extra": Kind(
        SEVERE,
        N_("the part that hands work to a cluster is not installed"),
        N_("install it with: pip install bulletin[cluster]"),
    ),
    "cluster-away": Kind(
        SEVERE,
        N_("no cluster answers at {address}: {why}"),
        N_("start it with: dask scheduler, and dask worker on each computer; or build without --workers"),
    ),
    "memo-broken": Kind(
        HINT,
        N_("what the last build remembered could not be read; everything was made anew"),
        N_("nothing: the result is the same"),
    ),
    "output-foreign": Kind(
        WARNING,
        N_("{name} in the output folder is not ours and was left alone"),
        N_("move it away, or put it into content/"),
    ),
    "init-not-empty": Kind(SEVERE, N_("the folder {name} is not empty"), N_("name a folder that is new or empty")),
}
