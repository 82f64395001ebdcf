package io.xuemeng.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Members are told by their numbers, whatever their names look like. */
class MemberSetTest {

    /** Many that look alike: the same beginnings, the same ends, the same lengths, and others altogether. */
    @Provide
    Arbitrary<List<String>> names() {
        Arbitrary<String> similar = Arbitraries.strings()
                .withChars("ab")
                .ofMaxLength(3)
                .map(middle -> "beginning-" + middle + "-and-the-end");
        // Words of eight letters that differ in few bits, and NULs that make one name the beginning of another.
        Arbitrary<String> dense =
                Arbitraries.strings().withChars("lbth\0").ofMinLength(1).ofMaxLength(17);
        Arbitrary<String> few = Arbitraries.strings().withChars("aé学\"\\\n").ofMaxLength(9);
        Arbitrary<String> any = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(text -> new String(text.getBytes(UTF_8), UTF_8));
        return Arbitraries.oneOf(similar, dense, few, any)
                .list()
                .uniqueElements()
                .ofMinSize(2)
                .ofMaxSize(130);
    }

    @Property
    void membersHaveTheIndexOfTheirPlace(@ForAll("names") List<String> names, @ForAll boolean escapes)
            throws Exception {
        List<String> known = names.subList(0, Math.min(64, names.size() / 2));
        MemberSet set = MemberSet.of(known);
        StringBuilder document = new StringBuilder("{");
        for (String name : names) {
            document.append(document.length() == 1 ? "" : ",").append('"');
            name.chars()
                    .forEach(c -> document.append(
                            escapes || c == '"' || c == '\\' || c < ' ' ? String.format("\\u%04x", c) : "" + (char) c));
            document.append("\" : [0]");
        }
        byte[] bytes = document.append('}').toString().getBytes(UTF_8);

        List<Integer> found = new ArrayList<>();
        List<String> others = new ArrayList<>();
        try (JsonReader json = JsonReader.open(bytes, "names.json", Limits.defaults(), new FindingCollector())) {
            json.next();
            for (int member = json.nextMember(set); member != MemberSet.END; member = json.nextMember(set)) {
                if (member == MemberSet.UNKNOWN) {
                    others.add(json.name());
                } else {
                    found.add(member);
                    assertThat(json.name()).isEqualTo(known.get(member));
                }
                json.skipValue();
            }
            assertThat(json.event()).isEqualTo(JsonEvent.END_OBJECT);
        }

        assertThat(found).hasSize(known.size()).isSorted();
        assertThat(others).isEqualTo(names.subList(known.size(), names.size()));
        assertThat(names).allSatisfy(name -> assertThat(set.indexOf(name)).isEqualTo(known.indexOf(name)));
    }

    /** Names whose first and last eight letters, taken together, are the same number. */
    @Example
    void tellsNamesApartWhoseDifferencesCancelOut() throws Exception {
        for (List<String> names : List.of(
                List.of("lesson-1-section", "besson-1-sechion"),
                List.of("aaaadaaaaaaaaaaa", "aaaaeaaacaaaaaaa"),
                List.of("b", "a\0"))) {
            membersHaveTheIndexOfTheirPlace(List.of(names.get(0), names.get(1), "x", "y"), false);
            membersHaveTheIndexOfTheirPlace(List.of(names.get(1), "x", names.get(0), "y"), true);
        }
    }

    /** For most of these there are no factors with which each name has a place of its own. */
    @Example
    void tellsNamesApartInSetsThatAreFull() throws Exception {
        for (char letter = 'a'; letter <= 'z'; letter++) {
            String word = String.valueOf(letter).repeat(letter - 'a' + 1);
            membersHaveTheIndexOfTheirPlace(
                    IntStream.range(0, 128).mapToObj(i -> word + i).toList(), false);
        }
    }

    @Example
    void halfASurrogatePairIsNoQuestionMark() {
        assertThat(MemberSet.of("?").indexOf("\ud83d")).isEqualTo(MemberSet.UNKNOWN);
    }

    @Example
    void membersComeOnlyInObjects() throws Exception {
        MemberSet set = MemberSet.of("a");
        byte[] bytes = "{\"a\": [0]}".getBytes(UTF_8);
        try (JsonReader json = JsonReader.open(bytes, null, Limits.defaults(), new FindingCollector())) {
            assertThatIllegalStateException().isThrownBy(() -> json.nextMember(set));
            json.next();
            json.nextMember(set);
            assertThat(json.event()).isEqualTo(JsonEvent.START_ARRAY);
            assertThatIllegalStateException().isThrownBy(() -> json.nextMember(set));
        }
    }

    @Example
    void refusesSetsThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> MemberSet.of());
        assertThatIllegalArgumentException().isThrownBy(() -> MemberSet.of("a", "b", "a"));
    }
}
