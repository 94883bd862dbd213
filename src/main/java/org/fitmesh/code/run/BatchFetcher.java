package org.fitmesh.code.run;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.CollectionCreator;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Wrapper;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.dataloader.BatchLoader;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.fitmesh.code.schema.EndpointMethods;

/** A field that a method answers for many objects at once, called once for all of them. */
final class BatchFetcher implements DataFetcher<Object>, BatchLoader<BatchKey, Object> {
    private final String name;
    private final Endpoint endpoint;
    private final Arguments arguments;
    private final Results results;

    /**
     * @param name which no other batch of the schema has
     */
    BatchFetcher(String name, Operation operation) {
        this.name = name;
        this.endpoint = new Endpoint(operation);
        this.arguments = new Arguments(operation);
        this.results = Results.of(Results.unwrapped(MethodFetcher.fieldOf(operation)));
    }

    String name() {
        return name;
    }

    /** For one execution. */
    DataLoader<BatchKey, Object> loader() {
        return DataLoaderFactory.newDataLoader(this);
    }

    @Override
    public Object get(DataFetchingEnvironment environment) {
        DataLoader<BatchKey, Object> loader = environment.getDataLoader(name);
        Object source = environment.getSource();
        return loader.load(
                new BatchKey(
                        source, environment, arguments.values(environment), arguments.source()));
    }

    @Override
    public CompletionStage<List<Object>> load(List<BatchKey> keys) {
        Map<List<Object>, List<BatchKey>> groups = new LinkedHashMap<>();
        keys.forEach(k -> groups.computeIfAbsent(k.others(), a -> new ArrayList<>()).add(k));
        Map<BatchKey, Object> answers = new LinkedHashMap<>();
        try {
            for (List<BatchKey> group : groups.values()) {
                call(group, answers);
            }
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
        return CompletableFuture.completedFuture(
                keys.stream().map(answers::get).collect(Collectors.toList()));
    }

    /** Objects whose other arguments are the same. */
    private void call(List<BatchKey> group, Map<BatchKey, Object> answers) throws Exception {
        BatchKey first = group.get(0);
        List<Object> sources = group.stream().map(BatchKey::source).toList();
        List<Object> results = answered(first, sources);
        if (results.size() != group.size()) {
            throw new IllegalStateException(
                    endpoint + " answers " + results.size() + " for " + group.size() + " objects");
        }
        for (int i = 0; i < group.size(); i++) {
            answers.put(
                    group.get(i),
                    this.results.transformed(results.get(i), group.get(i).environment()));
        }
    }

    private List<Object> answered(BatchKey key, List<Object> sources) throws Exception {
        try {
            return list(endpoint.call(arguments.withSources(key.arguments(), collection(sources))));
        } catch (Exception e) {
            throw Violations.told(e, endpoint, key.environment());
        }
    }

    private Object collection(List<Object> sources) {
        Argument source = endpoint.operation().getArguments().get(arguments.source());
        Wrapper wrapper = source.getWrapper();
        if (wrapper.isArray()) {
            Class<?> type = EndpointMethods.load(source.getReference().getClassName());
            Object array = Array.newInstance(type, sources.size());
            for (int i = 0; i < sources.size(); i++) {
                Array.set(array, i, sources.get(i));
            }
            return array;
        }
        @SuppressWarnings("unchecked")
        Collection<Object> collection =
                (Collection<Object>)
                        CollectionCreator.newCollection(
                                wrapper.getWrapperClassName(), sources.size());
        collection.addAll(sources);
        return collection;
    }

    private static List<Object> list(Object answered) {
        if (answered == null) {
            return List.of();
        }
        return answered instanceof Collection<?> collection
                ? new ArrayList<>(collection)
                : new ArrayList<>(Arrays.asList((Object[]) answered));
    }
}
