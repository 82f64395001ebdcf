package io.xuemeng.conformance.relyingparty;

import io.xuemeng.core.requirement.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The tokens that a relying party is shown for one requirement: first a good one of each kind, then others. Not thread-safe. */
final class Cases {

    /**
     * A token and the right answer. It is made when it is its turn: its dates are counted from then on, however long those before it took.
     *
     * @param label what is special about it
     * @param good whether it is to be accepted
     * @param level how strongly the clause says so
     * @param draft makes it
     */
    record Case(String label, boolean good, Level level, Supplier<TokenDraft> draft) {}

    private final Scene scene;
    private final List<Case> all = new ArrayList<>();
    private TokenUse use = TokenUse.ID_TOKEN;
    private Consumer<TokenDraft> setting = draft -> {};
    private Level level = Level.MUST;

    private Cases(Scene scene) {
        this.scene = scene;
    }

    /** Those that a chapter of {@link CaseBook} writes. */
    static List<Case> of(Scene scene, Consumer<Cases> chapter) {
        Cases cases = new Cases(scene);
        chapter.accept(cases);
        return cases.all;
    }

    Scene scene() {
        return scene;
    }

    /** How many seconds a clock may be wrong. */
    long skew() {
        return scene.terms().clockSkew().toSeconds();
    }

    /** From here on it is tokens of a kind, beginning with a good one. */
    Cases about(TokenUse kind) {
        return about(kind, draft -> {});
    }

    /** From here on it is access tokens that are bound to a key and come with a proof, beginning with a good one. */
    Cases presented() {
        return about(TokenUse.ACCESS_TOKEN, scene::present);
    }

    private Cases about(TokenUse kind, Consumer<TokenDraft> common) {
        use = kind;
        setting = common;
        level = Level.MUST;
        return good("-", draft -> {});
    }

    /** From here on the answers are those that the clause recommends, or leaves to whoever reads tokens. */
    Cases recommended() {
        level = Level.SHOULD;
        return this;
    }

    /** One that is to be accepted. */
    Cases good(String label, Consumer<TokenDraft> edit) {
        return add(label, true, edit);
    }

    /** One that is to be refused. */
    Cases bad(String label, Consumer<TokenDraft> edit) {
        return add(label, false, edit);
    }

    /** One with a claim that has another value, in JSON with apostrophes for quotation marks, to be refused. */
    Cases bad(String claim, String value) {
        return bad(claim + " = " + value, draft -> draft.claims.set(claim, Json.of(value)));
    }

    /** One without a claim, to be refused. */
    Cases without(String claim) {
        return bad("no " + claim, draft -> draft.claims.remove(claim));
    }

    private Cases add(String label, boolean good, Consumer<TokenDraft> edit) {
        TokenUse kind = use;
        Consumer<TokenDraft> common = setting;
        all.add(new Case(label, good, level, () -> {
            TokenDraft draft = scene.token(kind);
            common.accept(draft);
            edit.accept(draft);
            return draft;
        }));
        return this;
    }
}
