"""The words that texts of a big portal are made of, in three scripts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What sentences of one language are made of; `{thing}`, `{place}`, `{feeling}`, `{count}` are filled in."""

    language: str
    """As `lang:` says it."""
    things: tuple[str, ...]
    """What is bought, moved, mended."""
    places: tuple[str, ...]
    """Where somebody meets the company."""
    feelings: tuple[str, ...]
    """How it feels."""
    titles: tuple[str, ...]
    """What journeys, steps and stages are called."""
    deeds: tuple[str, ...]
    """What somebody does, in half a sentence."""
    thoughts: tuple[str, ...]
    """What somebody thinks or says."""
    pains: tuple[str, ...]
    """What hurts."""
    gains: tuple[str, ...]
    """What pleases."""
    sentences: tuple[str, ...]
    """What narratives are made of."""
    space: str = " "
    """What stands between two sentences."""


ENGLISH = Words(
    "en",
    (
        "meter",
        "invoice",
        "order",
        "contract",
        "pump",
        "router",
        "claim",
        "delivery",
        "refund",
        "appointment",
        "tariff",
        "policy",
        "spare part",
        "booking",
        "ticket",
        "password",
        "certificate",
        "loan",
        "lease",
        "parcel",
    ),
    (
        "the front desk",
        "the order page",
        "the help line",
        "the workshop",
        "the customer portal",
        "the branch",
        "the mail room",
        "the depot",
        "the doorstep",
        "the night desk",
        "the app",
        "the counter",
    ),
    (
        "worried",
        "curious",
        "annoyed",
        "relieved",
        "hopeful",
        "left alone",
        "in good hands",
        "impatient",
        "proud",
        "puzzled",
        "calm",
        "fobbed off",
        "cautiously glad",
        "tired",
    ),
    (
        "Asks about the {thing}",
        "Compares the {thing} with last year's",
        "Waits for the {thing}",
        "Sends the {thing} back",
        "Signs for the {thing}",
        "Looks for the {thing}",
        "Explains the {thing} again",
        "Reads about the {thing}",
        "Agrees on the {thing}",
        "Checks the {thing}",
        "Pays for the {thing}",
        "Shows the {thing} to a neighbour",
        "Is rung about the {thing}",
        "Fills in the form for the {thing}",
    ),
    (
        "Opens the letter about the {thing} and reads it twice",
        "Rings {place} and asks for the {thing}",
        "Goes to {place} in the lunch break",
        "Takes a picture of the {thing} and sends it to {place}",
        "Types the number of the {thing} and waits {count} minutes",
        "Writes three lines to {place}",
        "Puts the {thing} on the kitchen table",
        "Looks up what *{thing}* means here",
        "Asks {place} whether the {thing} has arrived",
    ),
    (
        "Will the {thing} be there in time?",
        "I have told {place} about the {thing} before",
        "Why does {place} not know about the {thing}?",
        "That was easier than the last {thing}",
        "If I ask {place} once more, they will laugh",
        "Somebody at {place} thought about the {thing}",
        "I only wanted to know where the {thing} is",
    ),
    (
        "Has to explain the {thing} twice",
        "Nobody at {place} knows about the {thing}",
        "The {thing} comes without a word of warning",
        "Waits {count} days for the {thing}",
        "The form for the {thing} asks what {place} knows already",
        "Pays for the {thing} twice",
    ),
    (
        "One name for all questions about the {thing}",
        "The {thing} is ready when promised",
        "{place} rings back within the hour",
        "The price of the {thing} is one figure",
    ),
    (
        "Most people hear of the {thing} from a neighbour and not from us.",
        "Of {count} whom we asked, two in three had been to {place} before.",
        "What is said at {place} is typed into a ticket, and the next desk begins with an empty form.",
        "The {thing} is the part that people tell their friends about.",
        "After nine in the evening only the bot is awake, and it does not know the {thing}.",
        "Everybody does a good job; the {thing} gets lost between two of them.",
        "A letter costs {count} days, a call {count} minutes.",
        "Whoever feels {feeling} here rings {place} within a day.",
        "We count from the day the {thing} leaves the depot, and customers count from the day they asked for it.",
        "The rule for the {thing} was written when there were {count} of them a year.",
    ),
)
CHINESE = Words(
    "zh-Hans",
    (
        "电表",
        "发票",
        "订单",
        "合同",
        "水泵",
        "路由器",
        "理赔单",
        "快递",
        "退款",
        "预约",
        "保单",
        "配件",
        "密码",
        "证书",
    ),
    ("前台", "订单页", "客服热线", "维修点", "营业厅", "小程序", "仓库", "夜间值班台"),
    ("担心", "好奇", "恼火", "松了一口气", "有盼头", "没人管", "放心", "着急", "累"),
    (
        "询问{thing}",
        "等{thing}",
        "把{thing}退回去",
        "签收{thing}",
        "再说一遍{thing}的事",
        "核对{thing}",
        "比较{thing}的价格",
    ),
    (
        "打电话到{place}问{thing}",
        "中午去{place}跑了一趟",
        "拍了{thing}的照片发给{place}",
        "把{thing}的说明看了两遍",
    ),
    ("{thing}到底什么时候到？", "这件事我跟{place}说过了", "为什么{place}不知道{thing}？", "这次比上次顺多了"),
    ("{thing}的事要说两遍", "{place}没人知道{thing}", "为{thing}等了{count}天", "{thing}付了两次钱"),
    ("{thing}的问题只找一个人", "{thing}按时到了", "{place}一小时内回了电话"),
    (
        "大多数人是从邻居那里听说{thing}的，而不是从我们这里。",
        "我们问了{count}个人，三分之二以前去过{place}。",
        "在{place}说过的话进了一张工单，下一个部门又从空白表格开始。",
        "每个人都把自己的事做好了，{thing}丢在了两个部门之间。",
        "我们从{thing}出库那天算起，顾客从开口那天算起。",
        "到了这一步觉得{feeling}的人，一天之内就会打给{place}。",
    ),
    space="",
)
ARABIC = Words(
    "ar",
    ("العداد", "الفاتورة", "الطلب", "العقد", "المضخة", "الموعد", "التعويض", "الطرد", "الشهادة", "كلمة السر"),
    ("مكتب الاستقبال", "صفحة الطلبات", "خط المساعدة", "الورشة", "الفرع", "التطبيق"),
    ("قلق", "متفائل", "منزعج", "مرتاح", "متعب", "فضولي"),
    ("يسأل عن {thing}", "ينتظر {thing}", "يعيد {thing}", "يوقع على {thing}", "يراجع {thing}", "يقارن {thing}"),
    ("يتصل ب{place} ويسأل عن {thing}", "يذهب إلى {place} في استراحة الغداء", "يقرأ الرسالة عن {thing} مرتين"),
    ("متى يصل {thing}؟", "لقد أخبرت {place} بهذا من قبل", "لماذا لا يعرف {place} شيئا عن {thing}؟"),
    ("يشرح أمر {thing} مرتين", "لا أحد في {place} يعرف شيئا عن {thing}", "ينتظر {count} أيام من أجل {thing}"),
    ("شخص واحد لكل الأسئلة عن {thing}", "يصل {thing} في الموعد"),
    (
        "معظم الناس يسمعون عن {thing} من جار لهم لا منا.",
        "سألنا {count} شخصا، وكان ثلثاهم في {place} من قبل.",
        "ما يقال في {place} يكتب في بطاقة، ثم يبدأ المكتب التالي من ورقة فارغة.",
        "نحن نحسب من يوم خروج {thing}، والزبون يحسب من يوم سؤاله.",
        "من يشعر هنا بأنه {feeling} يتصل ب{place} في اليوم نفسه.",
    ),
)
