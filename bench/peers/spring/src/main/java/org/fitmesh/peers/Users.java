package org.fitmesh.peers;

import static org.hibernate.jpa.HibernateHints.HINT_READ_ONLY;

import jakarta.persistence.QueryHint;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads are one statement each and need no transaction around them. */
@Transactional(propagation = Propagation.SUPPORTS)
public interface Users extends JpaRepository<User, String> {
    @QueryHints(@QueryHint(name = HINT_READ_ONLY, value = "true"))
    User findUserById(String id);

    @QueryHints(@QueryHint(name = HINT_READ_ONLY, value = "true"))
    List<User> findByIdGreaterThanEqualOrderById(String id, Limit limit);

    @QueryHints(@QueryHint(name = HINT_READ_ONLY, value = "true"))
    List<User> findByIdIn(Collection<String> ids);
}
