"""A small well-formed question bank as the texts of its files."""

IDEAS = """\
# The ideas
[[idea]]
id = "2a"
part = 2
gist = { en = "Company is not closeness.", ko = "함께 있어도 외로울 수 있어요." }
telling = { en = "One can have friends, and still be alone inside.", ko = "친구가 있어도 속은 혼자일 수 있어요." }

[[idea]]
id = "3b"
part = 3
gist = { en = "A voice counts.", ko = "목소리도 닿아요." }
telling = { en = "A call is company too.", ko = "전화도 만남이에요." }
"""

STEPS = """\
[[step]]
id = "mood"
idea = "2a"
text = { en = "How is it right now?", ko = "지금 마음이 어때요?" }
choices = [
    { id = "heavy", en = "Heavy", ko = "무거워요" },
    { id = "low", en = "Low", ko = "가라앉아요" },
    { id = "even", en = "Even", ko = "잔잔해요" },
    { id = "light", en = "Light", ko = "가벼워요" },
    { id = "warm", en = "Warm", ko = "따뜻해요" },
]

[[step]]
id = "connected"
idea = "2a"
text = { en = "How connected do you feel?", ko = "얼마나 이어져 있다고 느껴요?" }
low = { en = "far from everyone", ko = "모두에게서 멀어요" }
high = { en = "close to someone", ko = "누군가와 가까워요" }

[[step]]
id = "heard"
idea = "3b"
text = { en = "Did someone hear you today?", ko = "오늘 누가 마음을 들어 주었나요?" }
choices = [
    { id = "face-to-face", en = "Face to face", ko = "만나서" },
    { id = "call", en = "On a call", ko = "통화로" },
    { id = "writing", en = "In writing", ko = "글로" },
    { id = "not-yet", en = "Not yet", ko = "아직이요" },
    { id = "kept", en = "Kept it to myself", ko = "혼자 간직했어요" },
]

[[step]]
id = "reached"
idea = "2a"
text = { en = "Did you meet?", ko = "닿았나요?" }
named = { en = "Did you meet {name}?", ko = "{name:을/를} 만났나요?" }
already = { en = "How was {name}?", ko = "{name:과/와} 어땠나요?" }
left = { en = "How was it?", ko = "어땠나요?" }
choices = [
    { id = "yes", en = "Yes", ko = "네" },
    { id = "not-yet", en = "Not yet", ko = "아직이요" },
    { id = "rather-not", en = "Rather not say", ko = "말하지 않을래요" },
]
"""

QUESTIONS = """\
[[question]]
id = "near"
idea = "2a"
dimension = "connection"
answer = "scale"
moments = ["day"]
soft = true
text = { en = "How near do people feel?", ko = "사람들이 얼마나 가깝게 느껴져요?" }
low = { en = "far", ko = "멀어요" }
high = { en = "near", ko = "가까워요" }

[[question]]
id = "turned"
idea = "3b"
dimension = "turned-to"
answer = "choice"
moments = ["day", "week"]
soft = false
text = { en = "What did you turn to?", ko = "무엇에 기댔나요?" }
choices = [{ id = "screen", en = "A screen", ko = "화면" }, { id = "person", en = "A person", ko = "사람" }]

[[question]]
id = "heard-today"
idea = "3b"
dimension = "heard"
answer = "choice"
moments = ["evening"]
soft = true
text = { en = "Did someone hear you?", ko = "누가 들어 주었나요?" }

[[question]]
id = "someone"
idea = "2a"
dimension = "confiding"
answer = "people"
moments = ["week"]
soft = true
text = { en = "Who could you tell?", ko = "누구에게 말할 수 있나요?" }
"""

FILES = {"ideas.toml": IDEAS, "steps.toml": STEPS, "part2.toml": QUESTIONS}
