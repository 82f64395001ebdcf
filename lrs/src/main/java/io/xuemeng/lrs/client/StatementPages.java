package io.xuemeng.lrs.client;

import io.xuemeng.core.json.RawJson;
import java.net.URI;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Statements page by page: the next page is asked for when somebody wants its first statement, and never after closing. */
final class StatementPages extends AbstractSpliterator<RawJson> {

    private final Function<String, URI> resolver;
    private final BiFunction<Call, @Nullable URI, StatementPage> fetch;
    private @Nullable Call call;
    private @Nullable URI address;
    private Iterator<RawJson> page = java.util.Collections.emptyIterator();
    private volatile boolean closed;

    private StatementPages(
            Call first, Function<String, URI> resolver, BiFunction<Call, @Nullable URI, StatementPage> fetch) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.call = first;
        this.resolver = resolver;
        this.fetch = fetch;
    }

    /**
     * The stream.
     *
     * @param resolver makes an address of what a page has under {@code more}
     * @param fetch gets a page: for the first address null, and the call says where it is
     */
    static Stream<RawJson> stream(
            Call first, Function<String, URI> resolver, BiFunction<Call, @Nullable URI, StatementPage> fetch) {
        StatementPages pages = new StatementPages(first, resolver, fetch);
        return StreamSupport.stream(pages, false).onClose(() -> pages.closed = true);
    }

    @Override
    public boolean tryAdvance(Consumer<? super RawJson> action) {
        while (!closed) {
            if (page.hasNext()) {
                action.accept(page.next());
                return true;
            }
            Call next = call;
            if (next == null) {
                return false;
            }
            advance(next);
        }
        return false;
    }

    private void advance(Call next) {
        StatementPage fetched = fetch.apply(next, address);
        page = fetched.statements().iterator();
        String more = fetched.more();
        if (more == null) {
            call = null;
            return;
        }
        URI following = resolver.apply(more);
        if (Objects.equals(following, address)) {
            throw new LrsAnswerException(next.toString(), 200, "a page that names itself as the next");
        }
        address = following;
    }
}
