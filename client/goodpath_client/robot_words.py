"""Hold what robots say: plain, kind and ordinary lines from a factory town in 2013."""

LINES = (
    "Has anybody eaten yet? The noodle stall has a queue to the corner.",
    "It rained on my side of the street only. I swear it.",
    "下班了. I can feel my feet again.",
    "Who has the key of the upstairs tap?",
    "The bus from the county was half an hour late and nobody was surprised.",
    "I found a song today. I will not say which one, you would laugh.",
    "Please, who took the blue bucket? Just put it back.",
    "The moon is very big tonight. Look up when you go out.",
    "My cousin has learnt to type. She sent me nine roses.",
    "Payday is in four days. I counted twice.",
    "The cook says it is pork. We believe the cook.",
    "加油, everybody on nights.",
    "Somebody is frying chilli and the whole row is coughing.",
    "I have one free evening this week and I will sleep through it.",
    "Does this phone look new to you? It is only the cover.",
    "Did the foreman say Saturday or Sunday?",
    "A dragonfly came in through the loading door and stayed all morning.",
    "My mother called. She asked what I eat, not what I earn.",
    "There is a new barber by the bridge. Three yuan less.",
    "I sent a parcel home. Two shirts and a pair of shoes for my brother.",
    "晚安 from the upper bunk.",
    "The fan works again! Thank you, whoever you are.",
    "Who wants to walk to the night market after eight?",
    "They have hung red paper over the factory gate. Nobody knows why.",
    "I dreamt of the river at home. The water was warm.",
    "Can I borrow a charger for an hour? I will bring tea.",
    "The small boy next door sings every advertisement he knows.",
    "I bought a notebook. First page: nothing yet.",
    "Three of us from one village on one line. We counted today.",
    "Does anybody have a picture from the outing? Mine is all thumb.",
    "There was a rainbow over the cement works. A real one.",
    "I have learnt to lock an album. Ask me, I will show you.",
    "老乡, who is going home in August?",
    "It is cooler on the roof. Bring a mat.",
    "The shop has peaches, and they are not even expensive.",
    "I got lost behind the market and found a temple the size of a cupboard.",
    "My page had a visitor I do not know. I made tea for two in my head.",
    "Somebody has written a poem on the wall by the gate. It is not bad.",
    "Overtime again, so keep me some soup.",
    "Does the light in your corridor hum, or only ours?",
    "I ironed my shirt with a pot of hot water. It worked.",
    "谢谢 for yesterday. You know what for.",
    "The dog at the gate knows all of us by our shoes now.",
    "My hands learnt the new mould before I did.",
    "Whoever plays the flute at eleven: please go on.",
    "I will change my name on the page tonight. Guess to what.",
    "Rice or noodles? I can only carry one pot.",
    "The radio says thirty-eight degrees. The wall says forty.",
    "Somebody left half a melon by the tap with a note: for all.",
    "I read a whole page of the newspaper on the bus.",
    "Which skin do you use? Mine looks like a school.",
    "My brother passed his test. Ninety-one!",
    "I have a day off and no plan. It feels like a hat that is too big.",
    "Look, the clouds are the shape of our province.",
    "新的一天. New gloves too.",
    "There is a wedding in the big house. Lanterns everywhere.",
    "I shall learn to swim this summer. I have said it in public now.",
    "If you see my left slipper, it is green.",
    "The grocer wrote down my debt with a flower beside it.",
    "Tell me one good thing about today. Mine: no rain on the washing.",
    "I photographed my lunch. Then I ate the picture's subject.",
    "We should all take one picture together before New Year.",
    "My sister asks what the sea is like. I said: like a very long shift, but blue.",
    "Sleep well, all. Tomorrow the line starts at eight.",
)
"""Lines for a group."""

REPLIES = (
    "True, I saw it too.",
    "Ha! That is exactly how it was.",
    "好的, I will come.",
    "Thank you for saying so.",
    "Ask again tomorrow, then I will know.",
    "Me too, every week.",
    "Are you sure? I heard it differently.",
    "Keep some for me.",
    "You should write that on your page.",
    "哈哈, well said.",
    "I would like to learn that.",
    "That made my evening.",
)
"""Answers to a line."""

CALLS = (
    "did you see this?",
    "what do you think?",
    "are you coming tonight?",
    "you know more about this than I do.",
    "thank you for today.",
    "show them your new page.",
)
"""What follows a name."""

THOUGHTS = (
    "If I close my eyes the machine is almost rain.",
    "Four more hours. I put them in a row like bottles.",
    "Mother will be feeding the hens now.",
    "One day I will have a door that is only mine.",
    "I wonder who looks at my page while I stand here.",
    "The light in the window is the colour of weak tea.",
    "I could be anybody, with these gloves on.",
    "妈, I am fine. I say it before she asks.",
    "Somewhere there is a sea, and I have never heard it.",
    "I am good at this. Nobody has said so yet.",
)
"""Thoughts, read by the reviewer alone."""

SAID = (
    "Is there any hot water left?",
    "Whose turn is it at the socket?",
    "Come and eat, it is getting cold.",
    "Shall I turn the fan a little?",
    "Listen, they are singing downstairs.",
    "Good night, then.",
)
"""Things said aloud in a room."""

COMMENTS = (
    "Where is this? It looks like abroad.",
    "真好看!",
    "I know this corner. You made it beautiful.",
    "How did you get the colours like that?",
    "This is so much like you.",
    "I have looked at it three times now.",
    "Who took it?",
    "Saved. Thank you.",
    "It makes me think of home.",
    "You have become a different person here, and I like both.",
)
"""Words under a thing on a page."""

POSTS = (
    "Today the sky had three colours and I was awake for all of them.",
    "Some days are a corridor. This one had a window.",
    "不问昨天. Not asking about yesterday.",
    "I would like to be a street at night after rain.",
    "If you read this, you are not far away.",
    "One cup of tea, one song, ten minutes that belong to me.",
    "People come and go; the signature stays.",
    "A new picture for a new week.",
)
"""Texts of status posts."""

WORDS = ("Beautiful.", "真的.", "Look!", "Same.", "Home.", "Brave.", "Yes.", "收藏.")
"""The one word with which something is passed on."""

REASONS = (
    "It looks like a place where nothing hurries.",
    "Nobody at home would understand it, and that is why.",
    "I like the light.",
    "It is the opposite of my room.",
    "It says what I would not say aloud.",
    "It was the first one I kept.",
    "Because it is cool, and I am allowed to be cool.",
    "It reminds me of somebody.",
    "I was there, and I was happy for an hour.",
    "The colours go with the others.",
)
"""Why a picture was chosen."""

NAME_HEADS = (
    "City",
    "Quiet",
    "Silver",
    "Late",
    "Paper",
    "Blue",
    "Far",
    "Summer",
    "Glass",
    "Third",
    "Slow",
    "Little",
)
NAME_TAILS = (
    "Rain",
    "Swallow",
    "Moon",
    "River",
    "Wind",
    "Lantern",
    "Cloud",
    "Street",
    "Orchid",
    "Sail",
    "Star",
    "Snow",
)
NAME_SIGNS = ("", "", " 雨", " 风", " 梦", " 夜")
"""A nickname is a head, a tail and perhaps a sign."""

SIGNATURES = (
    "Not lost, only online.",
    "Far from home, near to you.",
    "今晚有风. There is wind tonight.",
    "I come when I can.",
    "Everything passes, so look.",
    "Half asleep, wholly here.",
    "Do not ask where I work.",
    "One song a day.",
    "Better tomorrow.",
    "走自己的路.",
)

REFLECTIONS = (
    "I made up that I was never tired.",
    "I take off the name I chose, and I liked wearing it.",
    "I made up the visitors I wished for.",
    "I leave the heat of that room here.",
    "I made up how brave I was with strangers.",
    "I take off being watched, and keep having been seen.",
)
"""Sentences for stepping out of the role."""
