import threading

wants = [False, False]
turn = 0
inside = 0
both = False


def work(me, other):
    global turn, inside, both
    wants[me] = @WANTS@  # step: wants
    turn = other  # step: gives way
    while wants[other] and turn == other:  # step: looks
        pass
    inside += 1  # step: enters
    both = both or inside == 2  # step: is inside
    inside -= 1  # step: leaves
    wants[me] = False  # step: is done


a = threading.Thread(target=work, args=(0, 1))
b = threading.Thread(target=work, args=(1, 0))
a.start()
b.start()
a.join()
b.join()
print("both inside" if both else "never both")
