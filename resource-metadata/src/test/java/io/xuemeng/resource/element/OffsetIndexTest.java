package io.xuemeng.resource.element;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.requirement.Location;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OffsetIndexTest {

    private static String at(OffsetIndex index, int offset) {
        long place = index.place(offset);
        return (place >>> 32) + ":" + (int) place;
    }

    private static OffsetIndex of(String text) {
        return new OffsetIndex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void countsCharactersAndEveryKindOfLineEnd() {
        OffsetIndex index = of("a分\uD83D\uDE00b\r\nc\rd\ne");
        assertThat(at(index, 0)).isEqualTo("1:1");
        assertThat(at(index, 1)).isEqualTo("1:2");
        assertThat(at(index, 4)).isEqualTo("1:3");
        assertThat(at(index, 8)).isEqualTo("1:4");
        assertThat(at(index, 11)).isEqualTo("2:1");
        assertThat(at(index, 13)).isEqualTo("3:1");
        assertThat(at(index, 15)).isEqualTo("4:1");
    }

    @Test
    void countsNoByteOrderMark() {
        assertThat(at(of("\uFEFFab"), 4)).isEqualTo("1:2");
    }

    @Test
    void countsOnFromTheNearestBlock() {
        OffsetIndex index = of("0123456789abcde\n".repeat(10_000));
        assertThat(at(index, 16 * 9_999 + 3)).isEqualTo("10000:4");
        assertThat(at(index, 4096)).isEqualTo("257:1");
        assertThat(at(index, 160_000)).isEqualTo("10001:1");
    }

    @Test
    void keepsTheFirstNoteOfAPathAndKnowsTheNearestAbove() {
        Positions positions = Positions.inDocument("a.json", "x\nyz".getBytes(StandardCharsets.UTF_8));
        ElementPath path = new ElementPath();
        path.push("general");
        positions.noteOffset(path, 3);
        positions.noteOffset(path, 0);
        path.push("title");
        assertThat(positions.locate(path)).isEqualTo(Location.at("a.json", "/general/title", 2, 2));
        for (int i = 0; i < 1000; i++) {
            path.push(i);
            positions.noteOffset(path, 2);
            path.pop();
        }
        path.push(999);
        assertThat(positions.locate(path)).isEqualTo(Location.at("a.json", "/general/title/999", 2, 1));
    }
}
