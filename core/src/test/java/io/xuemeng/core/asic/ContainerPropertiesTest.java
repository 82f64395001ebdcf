package io.xuemeng.core.asic;

import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Change what you will: either every entry's name and content is unchanged, or the result is not valid. */
class ContainerPropertiesTest {

    private static final Original REVIEWED = Originals.reviewed();
    private static final List<Original> ALL = Originals.all();

    static List<Original> originals() {
        return ALL;
    }

    @Property(tries = 700)
    void noByteOfTheArchiveCanChangeUnseen(@ForAll("positions") int position, @ForAll("masks") int mask) {
        byte[] changed = REVIEWED.container();
        changed[position % changed.length] ^= (byte) mask;
        REVIEWED.assertUnchangedOrNotValid(changed, position);
    }

    @Property(tries = 300)
    void noBytesCanBeCutOutOrPutIn(@ForAll("positions") int position, @ForAll("lengths") int length) {
        byte[] container = REVIEWED.container();
        int at = position % container.length;
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(container, 0, at);
        if (length > 0) {
            changed.writeBytes(new byte[length]);
        }
        int from = Math.min(container.length, at + Math.max(0, -length));
        changed.write(container, from, container.length - from);
        REVIEWED.assertUnchangedOrNotValid(changed.toByteArray(), at);
    }

    /** The content within, so that the archive around it is sound: signatures that no later one covers included. */
    @Property(tries = 700)
    void noByteOfAnEntryCanChangeUnseen(
            @ForAll("originals") Original original,
            @ForAll("positions") int file,
            @ForAll("positions") int position,
            @ForAll("masks") int mask) {
        String path = original.paths().get(file % original.paths().size());
        byte[] changed = Packages.edit(original.container(), files -> {
            byte[] content = files.get(path).clone();
            if (content.length > 0) {
                content[position % content.length] ^= (byte) mask;
            }
            files.put(path, content);
        });
        original.assertUnchangedOrNotValid(changed, path + ' ' + position + ' ' + mask);
    }

    @Property(tries = 500)
    void noEntriesCanBeAddedRemovedRenamedExchangedOrDoubledUnseen(
            @ForAll("originals") Original original, @ForAll("edits") List<Edit> edits) {
        original.assertValidIfAndOnlyIfUnchanged(Edit.apply(original.files(), edits), edits);
    }

    /** All of them, because chance takes long to find the one that matters. */
    @ParameterizedTest
    @MethodSource("originals")
    void noSingleEntryCanBeRemovedRenamedDoubledOrTakeTheContentOfAnotherUnseen(Original original) {
        Edit.all(original.paths()).parallelStream()
                .forEach(edit ->
                        original.assertValidIfAndOnlyIfUnchanged(Edit.apply(original.files(), List.of(edit)), edit));
    }

    @Provide("originals")
    Arbitrary<Original> anyOriginal() {
        return Arbitraries.of(ALL);
    }

    @Provide
    Arbitrary<Integer> positions() {
        return Arbitraries.integers().between(0, Integer.MAX_VALUE).withDistribution(RandomDistribution.uniform());
    }

    @Provide
    Arbitrary<Integer> masks() {
        return Arbitraries.oneOf(
                Arbitraries.of(1, 2, 4, 8, 16, 32, 64, 128),
                Arbitraries.integers().between(1, 255));
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(-40, 40).filter(length -> length != 0);
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of(Edit.NAMES), Arbitraries.of(REVIEWED.paths()), Arbitraries.of("empty/", "empty/a/"));
        return Combinators.combine(
                        Arbitraries.of("add", "empty", "remove", "rename", "exchange", "copy", "double", "shuffle"),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 1000),
                        names)
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
